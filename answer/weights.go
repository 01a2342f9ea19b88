package answer

// The weights below were fitted by `make fit` (cmd/fit): listwise softmax for passages and sentences, logistic regression for
// silence, on two halves of an encyclopedia's question set and two sets of news questions; the command prints how each half does
// under the other's weights, and these, fitted on all. Refit after a change of the features.

// passageWeights weigh the features of a passage.
var passageWeights = [passageFeatures]float64{
	fBM25Short:      1.55,
	fBM25Long:       1.6,
	fExact:          2.81,
	fTitle:          6.61,
	fCover:          -0.627,
	fSentence:       -1.52,
	fPair:           0.723,
	fBigram:         3.3,
	fNear:           8.9,
	fMissing:        -4.42,
	fArticle:        1.44,
	fLength:         -0.305,
	fType:           3.17,
	fWithin:         2.43,
	fWithinSentence: 2.38,
	fLead:           -0.983,
	fKin:            7.03,
	fKinSentence:    1.95,
	fBM25Within:     -2.26,
}

// sentenceWeights weigh the features of a sentence.
var sentenceWeights = [sentenceFeatures]float64{
	sCover:    8.21,
	sNear:     9.11,
	sContext:  4.53,
	sPassage:  0.38,
	sFirst:    0.322,
	sBigram:   1.07,
	sType:     1.57,
	sFigure:   1.34,
	sTime:     1.45,
	sIdle:     -0.127,
	sNew:      -0.76,
	sQuestion: -4.37,
	sMissing:  0.091,
	sLead:     0.152,
	sLength:   0.895,
	sKin:      5.98,
	sUnit:     1.84,
	sVoice:    -1.56,
	sListItem: 1.8,
}

// silenceWeights weigh the evidence that a question is answered.
var silenceWeights = [silenceFeatures]float64{
	eBias:    -1.85,
	eCover:   3.91,
	ePair:    -3.48,
	ePassage: 1.19,
	eNear:    1.78,
	eContext: 5.92,
	eKin:     1.88,
	eUnseen:  -0.427,
	eCommon:  0.728,
	eMissing: -3.85,
	eArticle: -0.047,
	eBigram:  -1.34,
	eTitle:   1.52,
	eType:    -0.338,
	eScore:   0.298,
	eGap:     -0.68,
}

// enough is the probability from which an answer is given.
const enough = 0.33

// certain is the probability below which an answer is called partial.
const certain = 0.5
