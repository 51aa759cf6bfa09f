package flow

import (
	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
)

// Figure writes caption, chart, source line and note. What is too high for a
// page goes on, scene by scene, on the next.
func (w *writer) Figure(f *doc.Figure) {
	if f.Chart == nil || f.Chart.Plot == nil {
		return
	}
	place := w.reading(f.At, f.ID)
	w.begin()
	w.space(blockGap + 3)
	w.float = true
	group := tag.New(w.elem, tag.Div)
	w.figure = &figure{f, group}
	w.caption(f.ID, f.Label, doc.Titled(f.Chart.Title, f.Heading), f.Marking, group)
	w.subtitle(f, group)
	w.scenes(f)
	w.inside(group, func() { w.under(f) })
	w.float, w.figure = false, nil
	w.sanitizer.Place = place
}

// subtitle says below the caption what is counted, when and by how many.
func (w *writer) subtitle(f *doc.Figure, group *tag.Element) {
	if f.Chart.Subtitle == "" {
		return
	}
	w.gap = 1
	e := tag.New(group, tag.P)
	from := len(w.slices)
	w.lines(w.m.Break(w.say(f.Chart.Subtitle, subStyle(), e), w.width), subStyle())
	for i := from; i < len(w.slices); i++ {
		w.slices[i].keep = true
	}
}

// A figure is one that is written: what it is laid out from, and the element that holds it.
type figure struct {
	figure *doc.Figure
	group  *tag.Element
}

// scenes lays the chart out and emits it.
func (w *writer) scenes(f *doc.Figure) {
	scenes := w.layout(f, chart.Frame{MaxHeight: w.geo.figure()})
	if len(scenes) == 1 && scenes[0].Height > longFigure*(w.geo.bottom-w.geo.top) {
		scenes = w.layout(f, chart.Frame{MaxHeight: scenes[0].Height * 0.6})
	}
	w.emitScenes(scenes)
}

// emitScenes emits the scenes of the figure that is written; each is a Figure with the
// sentence that says what it shows (ISO 14289-1, 7.3).
func (w *writer) emitScenes(scenes []*chart.Scene) {
	f, group := w.figure.figure, w.figure.group
	w.gap = 5
	alt := w.sanitizer.Clean(f.Chart.Alt())
	for i, sc := range scenes {
		if i > 0 {
			alt = f.Label + " (" + w.doc.Language.Say("doc.continued") + ")"
			w.again(alt, group)
		}
		e := tag.New(group, tag.Figure)
		e.Alt = w.sanitizer.Clean(alt)
		w.emit(slice{height: sc.Height, keep: i == len(scenes)-1,
			items: []item{{page.Item{X: w.x, Scene: Sanitized(w.sanitizer, sc), Elem: e}, w.next()}}})
		w.gap = 6
	}
}

// figure is how high a scene may be: a page without caption, subtitle and source line.
func (g geometry) figure() float64 { return g.bottom - g.top - 120 }

// longFigure is the share of a page beyond which a figure goes on on the next rather than leave this one empty.
const longFigure = 0.6

func (w *writer) layout(f *doc.Figure, in chart.Frame) []*chart.Scene {
	in.Width, in.Theme, in.Fonts = w.width, w.o.Theme, w.o.Fonts
	return f.Chart.Layout(in)
}

// again names the figure above what goes on of it.
func (w *writer) again(label string, group *tag.Element) {
	w.lines(w.m.Break(w.say(label, subStyle(), tag.New(group, tag.P)), w.width), subStyle())
	w.slices[len(w.slices)-1].keep = true
	w.gap = 3
}

// Sanitized passes the words of a chart through the sanitizer.
func Sanitized(z *text.Sanitizer, sc *chart.Scene) *chart.Scene {
	out := &chart.Scene{Width: sc.Width, Height: sc.Height, Shapes: make([]chart.Shape, len(sc.Shapes))}
	for i, s := range sc.Shapes {
		if t, ok := s.(*chart.Text); ok {
			clean := *t
			clean.S = z.Clean(t.S)
			s = &clean
		}
		out.Shapes[i] = s
	}
	return out
}

// under writes the source line and the note.
func (w *writer) under(f *doc.Figure) {
	w.gap = 5
	for _, inlines := range [][]doc.Inline{f.Source, f.Note} {
		if len(inlines) == 0 {
			continue
		}
		e := tag.New(w.elem, tag.P)
		w.lines(w.m.Break(w.spans(inlines, smallStyle(), e), w.width), smallStyle())
		w.keepLast()
		w.gap = 1
	}
	if n := len(w.slices); n > 0 {
		w.slices[n-1].keep = false
	}
}
