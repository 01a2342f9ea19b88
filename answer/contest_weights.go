package answer

// The weights below were fitted by `make fit` (cmd/fit) on the disagreements of six sets of news questions, of which three may be learned from
// by half, against every other question of these sets and a part of an encyclopedia's. Refit after a change of the features.

// whetherWeights weigh the features of two sentences to say whether they disagree: their sum are log odds.
var whetherWeights = [contestFeatures]float64{
	cBias:       -4.70,
	cWeaker:     0.62,
	cStronger:   0.99,
	cJoint:      0.25,
	cBelow:      -0.05,
	cOther:      0.60,
	cOwned:      -0.27,
	cPartisan:   0.86,
	cCount:      0.49,
	cFigure:     0.23,
	cSpan:       0.50,
	cTime:       0.56,
	cOrder:      0.53,
	cSure:       0.80,
	cTurned:     0.70,
	cNegative:   0.24,
	cRetort:     2.23,
	cHolders:    0.67,
	cHold:       -0.07,
	cCountHold:  0.37,
	cPassages:   1.52,
	cTopic:      -0.22,
	cNearer:     0.27,
	cFarther:    -0.19,
	cAlike:      0.68,
	cKindred:    0.02,
	cMeaning:    0.50,
	cVoices:     -0.16,
	cWhether:    0.95,
	cAsksFigure: 0.77,
	cAsksReason: 0.46,
	cAsksPerson: 0.29,
	cAsksSides:  2.66,
	cEither:     2.12,
	cDoubts:     1.79,
}

// whichWeights weigh them to say which two show a disagreement best. What is of the question alone makes no difference there.
var whichWeights = [contestFeatures]float64{
	cWeaker:    0.58,
	cStronger:  2.59,
	cJoint:     1.66,
	cBelow:     -1.81,
	cOther:     0.77,
	cOwned:     -0.61,
	cPartisan:  1.42,
	cCount:     1.00,
	cFigure:    0.23,
	cTime:      0.47,
	cOrder:     0.98,
	cSure:      0.18,
	cTurned:    1.38,
	cNegative:  -0.07,
	cRetort:    2.47,
	cHolders:   1.03,
	cHold:      -0.04,
	cCountHold: 0.03,
	cPassages:  0.98,
	cTopic:     0.42,
	cNearer:    2.26,
	cFarther:   0.42,
	cAlike:     1.16,
	cKindred:   1.09,
	cMeaning:   0.43,
	cVoices:    0.32,
}

// disputed are the log odds from which the articles are said to disagree: there a disagreement missed and one that is none were fewest together, 54 in
// the 348 questions of six sets that have an answer.
const disputed = 0.2
