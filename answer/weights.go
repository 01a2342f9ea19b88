package answer

// The weights below were fitted by `make fit` (cmd/fit): listwise softmax for passages and sentences, logistic regression for
// silence, on two halves of an encyclopedia's question set and two sets of news questions; the command prints how each half does
// under the other's weights, and these, fitted on all. Refit after a change of the features.

// passageWeights weigh the features of a passage.
var passageWeights = [passageFeatures]float64{
	fBM25Short:      1.32,
	fBM25Long:       1.54,
	fExact:          2.93,
	fTitle:          6.49,
	fCover:          -0.616,
	fSentence:       -1.91,
	fPair:           1.08,
	fBigram:         3.14,
	fNear:           8.53,
	fMissing:        -4.49,
	fArticle:        1.29,
	fLength:         -0.303,
	fType:           3.07,
	fWithin:         2.13,
	fWithinSentence: 1.97,
	fLead:           -0.977,
	fKin:            5.75,
	fKinSentence:    2.46,
	fBM25Within:     -2.03,
}

// sentenceWeights weigh the features of a sentence.
var sentenceWeights = [sentenceFeatures]float64{
	sCover:    8.19,
	sNear:     9.46,
	sContext:  4.54,
	sPassage:  0.375,
	sFirst:    0.171,
	sBigram:   1.07,
	sType:     1.53,
	sNew:      -0.631,
	sQuestion: -4.61,
	sMissing:  -0.125,
	sLead:     0.225,
	sLength:   0.78,
	sKin:      4.69,
	sUnit:     2.33,
	sVoice:    -0.688,
	sListItem: 1.73,
}

// silenceWeights weigh the evidence that a question is answered.
var silenceWeights = [silenceFeatures]float64{
	eBias:    -1.79,
	eCover:   3.91,
	ePair:    -3.27,
	ePassage: 1.5,
	eNear:    3.18,
	eContext: 4.96,
	eKin:     2.14,
	eUnseen:  -0.37,
	eCommon:  0.818,
	eMissing: -4.27,
	eArticle: 0.272,
	eBigram:  -1.02,
	eTitle:   2.19,
	eType:    -0.473,
	eScore:   0.235,
	eGap:     -0.346,
}

// enough is the probability from which an answer is given.
const enough = 0.33

// certain is the probability below which an answer is called partial.
const certain = 0.5
