package answer

// The weights below were fitted by `make fit` (cmd/fit) on the disagreements of six sets of news questions, of which three may be learned from
// by half, against every other question of these sets and a part of an encyclopedia's. Refit after a change of the features.

// whetherWeights weigh the features of two sentences to say whether they disagree: their sum are log odds.
var whetherWeights = [contestFeatures]float64{
	cBias:       -5,
	cWeaker:     0.15,
	cStronger:   0.74,
	cJoint:      -0.04,
	cBelow:      -0.21,
	cOther:      0.82,
	cOwned:      -0.16,
	cPartisan:   0.29,
	cCount:      0.43,
	cFigure:     0.21,
	cSpan:       0.56,
	cTime:       0.67,
	cOrder:      0.54,
	cSure:       0.68,
	cTurned:     0.88,
	cNegative:   0.27,
	cRetort:     2.29,
	cHolders:    0.67,
	cHold:       -0.12,
	cCountHold:  0.62,
	cPassages:   1.19,
	cTopic:      -0.34,
	cNearer:     1.67,
	cFarther:    -0.01,
	cAlike:      0.34,
	cMeaning:    0.72,
	cVoices:     -0.2,
	cWhether:    1.09,
	cAsksFigure: 0.82,
	cAsksReason: 0.73,
	cAsksPerson: 0.52,
	cAsksSides:  2.59,
	cEither:     2.11,
	cDoubts:     1.63,
}

// whichWeights weigh them to say which two show a disagreement best. What is of the question alone makes no difference there.
var whichWeights = [contestFeatures]float64{
	cWeaker:     0.59,
	cStronger:   2.62,
	cJoint:      1.63,
	cBelow:      -1.8,
	cOther:      0.73,
	cOwned:      -0.73,
	cPartisan:   1.57,
	cCount:      1.01,
	cFigure:     0.25,
	cSpan:       -0.01,
	cTime:       0.4,
	cOrder:      0.97,
	cSure:       0.18,
	cTurned:     1.39,
	cNegative:   -0.07,
	cRetort:     2.51,
	cHolders:    1.06,
	cHold:       -0.02,
	cCountHold:  0.03,
	cPassages:   1.01,
	cTopic:      0.49,
	cNearer:     2.29,
	cFarther:    0.33,
	cAlike:      1.12,
	cKindred:    0.98,
	cMeaning:    0.77,
	cVoices:     0.28,
	cAsksFigure: -0.01,
}

// disputed are the log odds from which the articles are said to disagree.
const disputed = 0.4
