package answer

// The weights below were fitted by `make fit` (cmd/fit): listwise softmax for passages and sentences, logistic regression for
// silence, on two halves of an encyclopedia's question set and two sets of news questions; the command prints how each half does
// under the other's weights, and these, fitted on all. Refit after a change of the features.

// passageWeights weigh the features of a passage.
var passageWeights = [passageFeatures]float64{
	fBM25Short:      2.67,
	fBM25Long:       0.982,
	fExact:          2.69,
	fTitle:          6.12,
	fCover:          -0.39,
	fSentence:       -1.94,
	fPair:           -0.036,
	fBigram:         3.92,
	fNear:           8.66,
	fMissing:        -4.41,
	fArticle:        1.35,
	fLength:         -0.326,
	fType:           3.14,
	fWithin:         1.95,
	fWithinSentence: 2.69,
	fLead:           -1,
	fKin:            6.6,
	fKinSentence:    2.29,
	fBM25Within:     -2.22,
}

// sentenceWeights weigh the features of a sentence.
var sentenceWeights = [sentenceFeatures]float64{
	sCover:    7.99,
	sNear:     8.93,
	sContext:  4.31,
	sPassage:  0.397,
	sFirst:    0.234,
	sBigram:   1.25,
	sType:     1.67,
	sFigure:   1.44,
	sTime:     1.46,
	sIdle:     -0.081,
	sNew:      -0.914,
	sQuestion: -4.31,
	sMissing:  0.197,
	sLead:     -0.096,
	sLength:   1.03,
	sKin:      6.05,
	sUnit:     1.84,
	sVoice:    0,
	sListItem: 2.18,
}

// silenceWeights weigh the evidence that a question is answered.
var silenceWeights = [silenceFeatures]float64{
	eBias:    -1.78,
	eCover:   3.47,
	ePair:    -3.04,
	ePassage: 1.52,
	eNear:    2.35,
	eContext: 5.33,
	eKin:     1.61,
	eUnseen:  -1.45,
	eCommon:  0.676,
	eMissing: -3.98,
	eArticle: 0.115,
	eBigram:  -1,
	eTitle:   1.99,
	eType:    -0.114,
	eScore:   0.226,
	eGap:     -0.466,
	eTopic:   -0.464,
	eUnsaid:  0.445,
}

// enough is the probability from which an answer is given.
const enough = 0.33

// certain is the probability below which an answer is called partial.
const certain = 0.42
