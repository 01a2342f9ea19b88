package answer

import "testing"

func TestAWordWithAPrefixIsAWord(t *testing.T) {
	for word, want := range map[string]bool{"rehired": true, "unelected": true, "counterattack": true, "hired": true, "resgined": false, "untied": true, "recieved": false, "nogotiate": false, "depsoit": false} {
		if got := english(word); got != want {
			t.Errorf("english(%q) = %v", word, got)
		}
	}
}
