package answer

// The weights below were fitted by `make fit` (cmd/fit) on the disagreements of ten sets of news questions, of which seven may be learned from
// by half, against every other question of these sets and a part of an encyclopedia's. Refit after a change of the features.

// whetherWeights weigh the features of two sentences to say whether they disagree: their sum are log odds.
var whetherWeights = [contestFeatures]float64{
	cBias:       -3.65,
	cWeaker:     0.92,
	cStronger:   0.15,
	cJoint:      -0.21,
	cBelow:      -0.16,
	cOther:      0.74,
	cOwned:      0.11,
	cPartisan:   0.38,
	cCount:      0.18,
	cFigure:     -0.10,
	cTime:       0.61,
	cOrder:      -0.06,
	cSure:       0.17,
	cTurned:     0.78,
	cNegative:   0.04,
	cRetort:     1.65,
	cHold:       -0.21,
	cCountHold:  0.53,
	cPassages:   0.77,
	cTopic:      -0.50,
	cNearer:     0.64,
	cFarther:    -0.18,
	cAlike:      0.19,
	cKindred:    0.13,
	cMeaning:    0.26,
	cVoices:     0.11,
	cReversed:   0.19,
	cParties:    0.11,
	cPartyCount: -0.03,
	cLikeLess:   0.54,
	cLikeMore:   0.82,
	cWhether:    2.04,
	cAsksFigure: 1.62,
	cAsksReason: 0.66,
	cAsksPerson: 0.42,
	cAsksSides:  1.99,
	cEither:     1.91,
	cDoubts:     2.63,
}

// whichWeights weigh them to say which two show a disagreement best. What is of the question alone makes no difference there.
var whichWeights = [contestFeatures]float64{
	cWeaker:     1.00,
	cStronger:   1.97,
	cJoint:      1.09,
	cBelow:      -2.07,
	cOther:      1.14,
	cOwned:      0.51,
	cPartisan:   0.80,
	cFigure:     1.06,
	cTime:       1.57,
	cOrder:      -0.36,
	cSure:       -0.31,
	cTurned:     1.43,
	cNegative:   -0.09,
	cRetort:     1.99,
	cHold:       0.62,
	cCountHold:  0.11,
	cPassages:   0.92,
	cTopic:      -0.03,
	cNearer:     1.67,
	cFarther:    0.22,
	cAlike:      0.83,
	cKindred:    1.23,
	cMeaning:    0.73,
	cVoices:     0.24,
	cReversed:   1.11,
	cParties:    0.45,
	cPartyCount: 0.19,
	cLikeLess:   0.55,
	cLikeMore:   0.61,
	cWhether:    1.52,
	cAsksFigure: 0.11,
	cAsksReason: 0.37,
	cAsksPerson: 0.03,
	cAsksSides:  0.32,
	cEither:     0.38,
	cDoubts:     0.30,
}

// disputed are the log odds from which the articles are said to disagree: precise rather than eager. Of 219 disagreements of sets that are left out of the
// fit in turn, 119 are named from 0.31 on, and 29 of 587 others called one.
const disputed = 0.4

// furtherOdds is how much lower the log odds of the further pairs may lie that show a disagreement: below that they tell of something else.
const furtherOdds = 1
