package answer

// The weights below were fitted by `make fit` (cmd/fit): listwise softmax for passages and sentences, logistic regression for
// silence, on two halves of an encyclopedia's question set and six sets of news questions, of three of which only one question in two;
// the command prints how each half does under the other's weights, and how the questions left out do. These are fitted on all that is
// fitted on. Refit after a change of the features: first passages and sentences, then, with those in place, silence.

// passageWeights weigh the features of a passage.
var passageWeights = [passageFeatures]float64{
	fBM25Short:      0.691,
	fBM25Long:       0.786,
	fExact:          1.98,
	fTitle:          4.01,
	fCover:          -0.54,
	fSentence:       -3.03,
	fPair:           -1.28,
	fBigram:         3.13,
	fNear:           1.83,
	fMissing:        -0.879,
	fArticle:        1.04,
	fLength:         -0.328,
	fType:           0.745,
	fWithin:         1.44,
	fWithinSentence: 0.391,
	fLead:           -0.393,
	fKin:            4.4,
	fKinSentence:    -2.06,
	fBM25Within:     0.952,
	fTypeFigure:     1.18,
	fTypeTime:       1.05,
	fSoft:           1.57,
	fSoftPair:       2.01,
	fSoftTyped:      1.57,
	fSoftRelative:   3.44,
	fBM25Relative:   -0.054,
	fWindow:         2.47,
	fFocus:          2.74,
}

// sentenceWeights weigh the features of a sentence.
var sentenceWeights = [sentenceFeatures]float64{
	sCover:        3.15,
	sNear:         4.24,
	sContext:      2.15,
	sPassage:      0.342,
	sFirst:        0.279,
	sBigram:       1.48,
	sType:         1.36,
	sFigure:       1.91,
	sTime:         1.42,
	sIdle:         -0.077,
	sNew:          -0.944,
	sQuestion:     -4.25,
	sMissing:      1.24,
	sLead:         -0.768,
	sLength:       0.988,
	sKin:          3.33,
	sUnit:         0.924,
	sVoice:        0.016,
	sListItem:     3.49,
	sSoft:         2.94,
	sSoftRelative: 2.1,
	sHeldRelative: -0.147,
	sOpens:        0.355,
}

// silenceWeights weigh the evidence that a question is answered.
var silenceWeights = [silenceFeatures]float64{
	eBias:    -2.91,
	eCover:   -0.869,
	ePair:    -1.99,
	ePassage: 1.44,
	eNear:    -0.88,
	eContext: 1.35,
	eKin:     -1.69,
	eUnseen:  -1.32,
	eCommon:  -1.02,
	eMissing: -4.01,
	eArticle: -0.466,
	eBigram:  -0.755,
	eTitle:   1.5,
	eType:    -0.36,
	eScore:   0.168,
	eGap:     -1.12,
	eTopic:   -0.766,
	eUnsaid:  0.02,
	eSoft:    3.51,
	eCount:   0.804,
	eAnswer:  0.118,
}

// enough is the probability from which an answer is given. Of the questions of six sets between 0.2 and 0.3, less than a third were answered rightly;
// of those between 0.3 and 0.35, most.
const enough = 0.3

// certain is the probability below which an answer is called partial.
const certain = 0.42
