package lang

import "testing"

// TestSpeak holds where signs have words, and that nothing is lost on the way.
func TestSpeak(t *testing.T) {
	l, err := For("en")
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]int{"3,000": 0, "3,000–12,000": 1, "2024–2025 and 5–6": 2, "A–B": 0, "–5": 0, "5–": 0, "F–16": 0, "16–F2": 0, "1–2–3": 1, "≥ 5 → ≈ 6": 3, "the 국가 정보원 said": 1, "국가–5": 1, "é": 0, "": 0} {
		said := 0
		text := ""
		for _, p := range l.Speak(in) {
			text += p.Text
			if p.Say != "" || p.Lang != "" {
				said++
			}
		}
		if said != want || text != in {
			t.Errorf("%q is said in %d places as %q, want %d", in, said, text, want)
		}
	}
	for in, want := range map[string]string{"1 000–2 000": "1 000 to 2 000", "in 2024 300–1\u00a0400": "300 to 1\u00a0400", "3\u00a0000\u00a0000–4 men": "3\u00a0000\u00a0000 to 4",
		"13 Oct 2024 – 2025": "to", "5–6 mil": "5 to 6", "so – 5": "", "7 1.5–2": "1.5 to 2",
		"Mar – Oct 2025": "to", "March – October": "to", "Ana – so they say – left": ""} {
		said := ""
		for _, p := range l.Speak(in) {
			said += p.Say
		}
		if said != want {
			t.Errorf("%q is said as %q, want %q", in, said, want)
		}
	}
	if got, want := l.Voice("Shells (≤ 9 million), 13 Oct – 2 Nov: 3,000–12,000"), "Shells (at most 9 million), 13 Oct to 2 Nov: 3,000 to 12,000"; got != want {
		t.Errorf("said: %s\nwant: %s", got, want)
	}
}
