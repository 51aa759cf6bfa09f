package chart

import (
	"fmt"
	"math/rand/v2"
	"sitrep/report/lang"
	"testing"
)

// BenchmarkLayout lays out 60 rows of each kind, and a map of seven places from
// Kursk to Vladivostok. It prints milliseconds for a figure; the aim is less than 1, and 1.5 for the map.
func BenchmarkLayout(b *testing.B) {
	d := dice{rand.New(rand.NewPCG(1, 1)), language(b, "es-MX")}
	rows := make([]Row, 60)
	for i := range rows {
		rows[i] = d.row(i, 5, []string{"Kursk"})
		rows[i].Label = fmt.Sprint("Servicio Nacional de Inteligencia ", i%8)
		rows[i].Origin = fmt.Sprint("o", i%8)
	}
	events, trade := eventsOf(d.l), exchangeOf(d.l)
	for len(events) < 60 {
		events = append(events, events[len(events)%15])
		trade.Flows = append(trade.Flows, trade.Flows[len(events)%11])
	}
	f := Frame{Width: 490, Theme: plain(b), Fonts: fonts(b)}
	for _, p := range []Plot{&Ranges{Rows: rows}, &Trend{Rows: rows, Events: events}, &Bars{Rows: rows}, &Timeline{Events: events}, trade, placesOf(d.l)} {
		c := &Chart{Language: d.l, Unit: lang.Noun("soldados"), Plot: p}
		b.Run(fmt.Sprintf("%T", p)[7:], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Layout(f)
			}
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N), "ms/figure")
		})
	}
}
