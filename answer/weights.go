package answer

// The weights below were fitted by `make fit` (cmd/fit): listwise softmax for passages and sentences, logistic regression for
// silence, on two halves of an encyclopedia's question set and two sets of news questions; the command prints how each half does
// under the other's weights, and these, fitted on all. Refit after a change of the features.

// passageWeights weigh the features of a passage.
var passageWeights = [passageFeatures]float64{
	fBM25Short:      1.47,
	fBM25Long:       1.65,
	fExact:          2.85,
	fTitle:          6.92,
	fCover:          -0.362,
	fSentence:       -1.82,
	fPair:           1.04,
	fBigram:         3.13,
	fNear:           9.6,
	fMissing:        -4.39,
	fArticle:        1.11,
	fLength:         -0.444,
	fType:           3.31,
	fWithin:         2.16,
	fWithinSentence: 2.27,
	fLead:           -0.816,
	fKin:            6.03,
	fKinSentence:    2.6,
	fBM25Within:     -2.51,
}

// sentenceWeights weigh the features of a sentence.
var sentenceWeights = [sentenceFeatures]float64{
	sCover:    8.67,
	sNear:     12.1,
	sContext:  5.13,
	sPassage:  0.26,
	sFirst:    0.393,
	sBigram:   1.62,
	sType:     1.94,
	sNew:      -0.672,
	sQuestion: -4.36,
	sMissing:  -0.703,
	sLead:     -0.108,
	sLength:   0.798,
	sKin:      6.55,
	sUnit:     2.48,
	sVoice:    -0.308,
	sListItem: 0.434,
}

// silenceWeights weigh the evidence that a question is answered.
var silenceWeights = [silenceFeatures]float64{
	eBias:    -1.49,
	eCover:   3.11,
	ePair:    -3.77,
	ePassage: 0.27,
	eNear:    2.44,
	eContext: 4.14,
	eKin:     3.99,
	eUnseen:  -0.238,
	eCommon:  0.366,
	eMissing: -3.52,
	eArticle: -0.403,
	eBigram:  -1.09,
	eTitle:   1.78,
	eType:    -0.245,
	eScore:   0.436,
	eGap:     -0.048,
}

// enough is the probability from which an answer is given.
const enough = 0.0

// certain is the probability below which an answer is called partial.
const certain = 0.6
