package article

import "testing"

func TestWhatAHouseSaysOfItselfIsNoNews(t *testing.T) {
	for s, want := range map[string]bool{
		"Enjoying the Gazette?": true,
		"Bring your own cup.":   true,
		"Bring a charge of murder against him, the prosecutor was told.":                                        false,
		"Human Rights Watch reports on killings in the north for March.":                                        false,
		"Health Ministry reports about new cases of cholera for Orsel":                                          false,
		"About the author: the court heard that he had written it in prison.":                                   false,
		"The bank's offer — subscribe to new shares at 4 crowns — ends on Friday.":                              false,
		"About the author: Ann Lee writes on rivers for the Halden Review.":                                     true,
		"Ann Lee writes on rivers and borders for the Halden Review.":                                           true,
		"Ann Lee writes on her slate that she has waited for food since Monday.":                                false,
		"Stay warm with us: subscribe to the Gazette's paper edition, brought to your door, two crowns a week.": true,
		"Two of three farmers, said the union: subscribe to the fund, or lose the field.":                       false,
		"Take out a trial subscription: six weeks for six crowns.":                                              true,
		"Become a friend from 4 crowns a month.":                                                                true,
		"The Gazette has no owner but its readers.":                                                             true,
		"Newest entries first.":                                              true,
		"Ann Lee, Bo Rask and the Radio Coast newsroom.":                     true,
		"Ann Lee, Bo Rask and the mayor went into the newsroom.":             false,
		"The party has no friends but its members.":                          false,
		"The Halden Institute receives no funding from governments.":         true,
		"The clinic receives no funding from the government, doctors said.":  false,
		"The press office is closed on 3 May for the public holiday.":        true,
		"The border is closed on 3 May for the president's birthday.":        false,
		"He took out a subscription in his wife's name, prosecutors said.":   false,
		"Become a friend of the forest, the minister told the schoolchild.":  false,
		"Join the argument in our forum.":                                    true,
		"Rebels join the forum that the envoy has called for Monday.":        false,
		"One plain thought every Sunday, free of charge.":                    true,
		"The day's news each evening by e-mail.":                             true,
		"Ann Lee is the author of \"The Drowned Road\".":                     true,
		"Ann Lee is the author of \"The Drowned Road\", and of two threats.": false,
		"Before the story of the minister hardens, here is ours.":            true,
		"The minister has his truth, here is ours to be defended.":           false,
		"Get the Gazette letter.":                                            true,
		"One free meal is served at the rink every Sunday, free of charge.":  false,
		"The union prints 400 leaflets every Friday and hands them out.":     false,
		"Get the wounded out of the valley, the minister ordered.":           false,
		"Do you trust the commission?":                                       false,
	} {
		if got := sentenceClass(s) != "" || lineClass(s) != ""; got != want {
			t.Errorf("%q: dropped %v", s, got)
		}
	}
}
