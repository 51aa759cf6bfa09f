package chart

import (
	"testing"

	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// TestExchangeValues holds that the numbers of an exchange stand beside its words with unit and date, as those of other figures do.
func TestExchangeValues(t *testing.T) {
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	least, _ := quantity.Parse("100")
	c := &Chart{Language: l, Plot: &Exchange{Parties: []Party{{"a", "A"}, {"b", "B"}},
		Flows: []Flow{{ID: "f", From: "a", To: "b", Value: "≥ 100 missiles", Low: least, Approx: true, Unit: "missiles", Date: "2024-12"}}}}
	if got, want := *c.Table().Values[0], (Values{Low: "100", Approx: true, Unit: "missiles", Date: "2024-12"}); got != want {
		t.Errorf("%+v, not %+v", got, want)
	}
}
