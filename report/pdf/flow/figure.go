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
	group, from := tag.New(w.elem, tag.Div), len(w.slices)
	fig := &figure{figure: f, group: group}
	w.figure = fig
	w.caption(f.ID, f.Label, doc.Titled(f.Chart.Title, f.Heading), f.Marking, group)
	w.subtitle(f, group)
	fig.head = w.height(w.slices[from:])
	scenes := w.scenes(f)
	under := len(w.slices)
	w.inside(group, func() { w.under(f) })
	if fig.foot = w.height(w.slices[under:]); fig.foot > w.geo.page()/2 {
		fig.foot = longFoot
	}
	w.float, w.figure = false, nil
	w.refine(fig, from, scenes)
	w.sanitizer.Place = place
}

// refine lays a figure out again that is too high for a page with what stands under it, closer if that does, or that goes on on other
// pages: these it may fill.
func (w *writer) refine(f *figure, from int, scenes []*chart.Scene) {
	sum, whole := 0.0, w.whole(f)
	for _, sc := range scenes {
		sum += sc.Height
	}
	if sum <= whole {
		return
	}
	again := w.parts(f, chart.Frame{First: max(w.geo.page()-f.head-captionGap, w.geo.page()*leastPart)})
	for loose := 0.0; loose >= closer && sum < whole*nearly; loose-- {
		if one := w.layout(f.figure, chart.Frame{MaxHeight: whole, Loose: loose}); len(one) == 1 {
			again = one
			break
		}
	}
	w.slices = w.withScenes(from, len(w.slices), again)
}

// longFoot is what stands on the page of a drawing, in points, of source lines that are longer than half a page: they go on on the next.
const longFoot = 40.0

// nearly is how much higher than a page, as a share of it, a figure may be that is drawn closer to fit there.
const nearly = 1.2

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

// A figure is one that is written: what it is laid out from, the element that holds it, and what stands round its drawings.
type figure struct {
	figure     *doc.Figure
	group      *tag.Element
	head, foot float64 // points: how high caption and subtitle are, and what must stand on a page with the drawing of source line and note
}

// captionGap is the room above a drawing, in points.
const captionGap = 5

// scenes lays the chart out and emits it.
func (w *writer) scenes(f *doc.Figure) []*chart.Scene {
	scenes := w.layout(f, chart.Frame{MaxHeight: w.geo.page() - usualRound})
	if len(scenes) == 1 && scenes[0].Height > longFigure*w.geo.page() {
		scenes = w.layout(f, chart.Frame{MaxHeight: scenes[0].Height * longFigure, Whole: true})
	}
	w.emitScenes(scenes)
	return scenes
}

// longFigure is the share of a page beyond which a figure goes on on the next rather than leave this one empty.
const longFigure = 0.6

// emitScenes emits the scenes of the figure that is written; each is a Figure with the
// sentence that says what it shows (ISO 14289-1, 7.3).
func (w *writer) emitScenes(scenes []*chart.Scene) {
	f, group := w.figure.figure, w.figure.group
	w.gap = captionGap
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

// What is left of a page for what stands round a drawing, in points.
const (
	usualRound = 120.0 // caption, subtitle, source line and note
	againRound = 24.0  // what names a figure that goes on
)

// page is how high a page is between its margins.
func (g geometry) page() float64 { return g.bottom - g.top }

// whole is how high the drawing of a figure may be that stands on one page.
func (w *writer) whole(f *figure) float64 {
	if round := f.head + f.foot; round > 0 {
		return max(w.geo.page()-round-2*captionGap, w.geo.page()*leastPart)
	}
	return w.geo.page() - usualRound
}

// leastPart is the share of a page that a drawing may fill, however much stands round it: what has no room goes on on the next page.
const leastPart = 0.4

// parts lays a figure out that may go on on other pages: the first part is as high as the frame says, those between fill their pages, and
// there is room for source line and note under the last, also where that is the first.
func (w *writer) parts(f *figure, in chart.Frame) []*chart.Scene {
	in.MaxHeight = w.geo.page() - againRound
	scenes, foot := w.layout(f.figure, in), f.foot+captionGap
	switch n := len(scenes); {
	case n == 1 && scenes[0].Height > in.First-foot:
		in.First = max(in.First-foot, firstPart)
	case n > 1 && scenes[n-1].Height > in.MaxHeight-foot:
		in.MaxHeight = max(in.MaxHeight-foot, w.geo.page()*leastPart)
	default:
		return scenes
	}
	return w.layout(f.figure, in)
}

// layout lays a figure out. Where a row or two would be left over for another page, its rows stand closer.
func (w *writer) layout(f *doc.Figure, in chart.Frame) []*chart.Scene {
	in.Width, in.Theme, in.Fonts = w.width, w.o.Theme, w.o.Fonts
	scenes := f.Chart.Layout(in)
	for n := len(scenes); n > 1 && scenes[n-1].Height < lastPart && in.Loose > closer; {
		in.Loose = max(in.Loose-1, closer)
		if other := f.Chart.Layout(in); len(other) < n || other[len(other)-1].Height >= lastPart {
			return other
		}
	}
	return scenes
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
