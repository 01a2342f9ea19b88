package answer

// The weights below were fitted by `make fit` (cmd/fit): listwise softmax for passages and sentences, logistic regression for
// silence, on two halves of an encyclopedia's question set and ten sets of news questions, of seven of which only one question in two;
// the command prints how each half does under the other's weights, and how the questions and the six sets left out do. These are fitted on all that is
// fitted on. Refit after a change of the features: first passages and sentences, then, with those in place, silence.
//
// The weights of like were added to the others afterwards, at some six tenths of what a fit gives them: sixteen sets' 1,041 questions had 635 right answers
// without, 635 with them whole and 639 so, and a refit of all weights 631. Refitted again since, passages and sentences rank better on what is left out of the
// fit (58.8 % right first for 57.0, 53.4 for 50.6), and yet seven questions fewer were answered right, of 676.

// passageWeights weigh the features of a passage.
var passageWeights = [passageFeatures]float64{
	fBM25Short:      0.633,
	fBM25Long:       0.626,
	fExact:          1.71,
	fTitle:          4.36,
	fCover:          -0.65,
	fSentence:       -2.55,
	fPair:           -1.32,
	fBigram:         3.27,
	fNear:           0.882,
	fMissing:        -1.34,
	fArticle:        0.82,
	fLength:         -0.358,
	fType:           0.85,
	fWithin:         1.41,
	fWithinSentence: -0.106,
	fLead:           -0.528,
	fKin:            3.87,
	fKinSentence:    -2.31,
	fBM25Within:     1.55,
	fTypeFigure:     0.834,
	fTypeTime:       0.952,
	fSoft:           0.125,
	fSoftPair:       0.62,
	fSoftTyped:      -0.014,
	fSoftRelative:   0.638,
	fBM25Relative:   0.075,
	fWindow:         2.39,
	fFocus:          2.65,
	fAllied:         1.65,
	fAlliedPair:     2.11,
	fAlliedTyped:    1.79,
	fAlliedRelative: 2.32,
	fLike:           1.2,
	fLikeRelative:   0.8,
	fLikeWhole:      1.3,
}

// sentenceWeights weigh the features of a sentence.
var sentenceWeights = [sentenceFeatures]float64{
	sCover:          2.61,
	sNear:           3.65,
	sContext:        2.06,
	sPassage:        0.367,
	sFirst:          0.132,
	sBigram:         1.58,
	sType:           1.76,
	sFigure:         2.27,
	sTime:           1.8,
	sIdle:           -0.276,
	sNew:            -0.826,
	sQuestion:       -3.81,
	sMissing:        1.5,
	sLead:           -0.867,
	sLength:         0.851,
	sKin:            2.47,
	sUnit:           1.02,
	sVoice:          0.073,
	sListItem:       3.42,
	sSoft:           1.45,
	sSoftRelative:   0.262,
	sHeldRelative:   -0.709,
	sOpens:          0.479,
	sAllied:         2.71,
	sAlliedRelative: 2.38,
	sLike:           0.6,
	sLikeRelative:   1.2,
}

// silenceWeights weigh the evidence that a question is answered.
var silenceWeights = [silenceFeatures]float64{
	eBias:      -2.18,
	eCover:     -1.52,
	ePair:      -3.95,
	ePassage:   1.71,
	eNear:      -3.86,
	eContext:   2.49,
	eKin:       -3.69,
	eElsewhere: 1.09,
	eCommon:    0.176,
	eMissing:   -3.82,
	eHome:      1.36,
	eBigram:    -0.822,
	eTitle:     -0.582,
	eType:      -0.391,
	eScore:     0.146,
	eGap:       -1.46,
	eTopic:     -1.13,
	eUnsaid:    0.195,
	eSoft:      3.23,
	eCount:     1.55,
	eAnswer:    0.319,
	eExact:     0.922,
	eLack:      -0.284,
	eGuessed:   -2.23,
	eFocus:     -0.662,
	eSize:      -0.399,
	eAllied:    1.34,
}

// enough is the probability from which an answer is given. Sixteen sets' 1,041 questions have 663 right answers at 0.36 as at 0.31, and 655 at 0.40; of 125
// that nothing answers 78, 74 and 78 are met with silence, and of 916 that are answered 59, 49 and 72. What is little more than this is shown as touching on the
// question only.
const enough = 0.36

// certain is the probability below which an answer is called partial.
const certain = 0.51
