package answer

// The weights below were fitted by `make fit` (cmd/fit): listwise softmax for passages and sentences, logistic regression for
// silence, on two halves of an encyclopedia's question set and two sets of news questions; the command prints how each half does
// under the other's weights, and these, fitted on all. Refit after a change of the features.

// passageWeights weigh the features of a passage.
var passageWeights = [passageFeatures]float64{
	fBM25Short:      1.59,
	fBM25Long:       1.57,
	fExact:          2.81,
	fTitle:          6.61,
	fCover:          -0.646,
	fSentence:       -1.53,
	fPair:           0.724,
	fBigram:         3.3,
	fNear:           8.9,
	fMissing:        -4.43,
	fArticle:        1.43,
	fLength:         -0.308,
	fType:           3.17,
	fWithin:         2.44,
	fWithinSentence: 2.38,
	fLead:           -0.983,
	fKin:            7.02,
	fKinSentence:    1.95,
	fBM25Within:     -2.27,
}

// sentenceWeights weigh the features of a sentence.
var sentenceWeights = [sentenceFeatures]float64{
	sCover:    8.19,
	sNear:     9.14,
	sContext:  4.5,
	sPassage:  0.358,
	sFirst:    0.382,
	sBigram:   1.07,
	sType:     1.59,
	sFigure:   1.37,
	sTime:     1.43,
	sIdle:     -0.156,
	sNew:      -0.827,
	sQuestion: -4.36,
	sMissing:  0.172,
	sLead:     0.061,
	sLength:   0.969,
	sKin:      5.91,
	sUnit:     1.82,
	sVoice:    -1.08,
	sListItem: 2.19,
}

// silenceWeights weigh the evidence that a question is answered.
var silenceWeights = [silenceFeatures]float64{
	eBias:    -1.86,
	eCover:   4.34,
	ePair:    -3.9,
	ePassage: 1.19,
	eNear:    1.26,
	eContext: 5.96,
	eKin:     1.54,
	eUnseen:  -0.362,
	eCommon:  0.736,
	eMissing: -3.81,
	eArticle: 0.032,
	eBigram:  -1.37,
	eTitle:   1.44,
	eType:    -0.346,
	eScore:   0.289,
	eGap:     -0.689,
}

// enough is the probability from which an answer is given.
const enough = 0.33

// certain is the probability below which an answer is called partial.
const certain = 0.5
