package answer

// The weights below were fitted by `make fit` (cmd/fit): listwise softmax for passages and sentences, logistic regression for
// silence, on two halves of an encyclopedia's question set and two sets of news questions; the command prints how each half does
// under the other's weights, and these, fitted on all. Refit after a change of the features.

// passageWeights weigh the features of a passage.
var passageWeights = [passageFeatures]float64{
	fBM25Short:      3.04,
	fBM25Long:       0.666,
	fExact:          2.66,
	fTitle:          6.09,
	fCover:          -0.337,
	fSentence:       -1.96,
	fPair:           -0.047,
	fBigram:         3.94,
	fNear:           8.68,
	fMissing:        -4.39,
	fArticle:        1.39,
	fLength:         -0.332,
	fType:           3.21,
	fWithin:         1.83,
	fWithinSentence: 2.67,
	fLead:           -1.02,
	fKin:            6.6,
	fKinSentence:    2.29,
	fBM25Within:     -2.16,
}

// sentenceWeights weigh the features of a sentence.
var sentenceWeights = [sentenceFeatures]float64{
	sCover:    8.04,
	sNear:     8.9,
	sContext:  4.33,
	sPassage:  0.397,
	sFirst:    0.259,
	sBigram:   1.11,
	sType:     1.76,
	sFigure:   1.53,
	sTime:     1.71,
	sIdle:     0.061,
	sNew:      -0.884,
	sQuestion: -4.25,
	sMissing:  0.191,
	sLead:     -0.165,
	sLength:   1.01,
	sKin:      6.08,
	sUnit:     1.84,
	sVoice:    0,
	sListItem: 2.2,
}

// silenceWeights weigh the evidence that a question is answered.
var silenceWeights = [silenceFeatures]float64{
	eBias:    -1.77,
	eCover:   2.91,
	ePair:    -2.26,
	ePassage: 1.4,
	eNear:    2.31,
	eContext: 4.69,
	eKin:     1.37,
	eUnseen:  -1.53,
	eCommon:  0.646,
	eMissing: -3.97,
	eArticle: 0.205,
	eBigram:  -1.01,
	eTitle:   2.56,
	eType:    -0.057,
	eScore:   0.209,
	eGap:     -0.425,
	eTopic:   -0.486,
	eUnsaid:  0.437,
}

// enough is the probability from which an answer is given.
const enough = 0.38

// certain is the probability below which an answer is called partial.
const certain = 0.42
