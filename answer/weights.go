package answer

// The weights below were fitted by `make fit` (cmd/fit): listwise softmax for passages and sentences, logistic regression for
// silence, on two halves of an encyclopedia's question set and two sets of news questions; the command prints how each half does
// under the other's weights, and these, fitted on all. Refit after a change of the features.

// passageWeights weigh the features of a passage.
var passageWeights = [passageFeatures]float64{
	fBM25Short:      2.98,
	fBM25Long:       0.716,
	fExact:          2.69,
	fTitle:          6.12,
	fCover:          -0.411,
	fSentence:       -1.94,
	fPair:           -0.035,
	fBigram:         3.92,
	fNear:           8.66,
	fMissing:        -4.41,
	fArticle:        1.36,
	fLength:         -0.34,
	fType:           3.14,
	fWithin:         1.88,
	fWithinSentence: 2.7,
	fLead:           -1,
	fKin:            6.61,
	fKinSentence:    2.29,
	fBM25Within:     -2.17,
}

// sentenceWeights weigh the features of a sentence.
var sentenceWeights = [sentenceFeatures]float64{
	sCover:    8.05,
	sNear:     8.93,
	sContext:  4.35,
	sPassage:  0.418,
	sFirst:    0.177,
	sBigram:   1.1,
	sType:     1.66,
	sFigure:   1.43,
	sTime:     1.46,
	sIdle:     -0.097,
	sNew:      -0.902,
	sQuestion: -4.3,
	sMissing:  0.215,
	sLead:     -0.08,
	sLength:   1.03,
	sKin:      6.11,
	sUnit:     1.84,
	sVoice:    0,
	sListItem: 2.17,
}

// silenceWeights weigh the evidence that a question is answered.
var silenceWeights = [silenceFeatures]float64{
	eBias:    -1.76,
	eCover:   3.08,
	ePair:    -2.4,
	ePassage: 1.43,
	eNear:    2.3,
	eContext: 4.7,
	eKin:     1.51,
	eUnseen:  -1.51,
	eCommon:  0.656,
	eMissing: -3.98,
	eArticle: 0.198,
	eBigram:  -1.03,
	eTitle:   2.54,
	eType:    -0.121,
	eScore:   0.21,
	eGap:     -0.38,
	eTopic:   -0.489,
	eUnsaid:  0.487,
}

// enough is the probability from which an answer is given.
const enough = 0.375

// certain is the probability below which an answer is called partial.
const certain = 0.42
