package doc

// A Front is the first page. Its judgements bear no notes: those stand with what they rest on.
type Front struct {
	BottomLine []Block    // one to three sentences; may be empty
	Judgements []Headline // all of them, in their order
	Lead       *Figure    // a figure of Body that shows what the first judgement rests on; nil where there is no figure
	Others     []*Figure  // of a page alone: figures that show what the judgements rest on, for one that has no room for Lead
}

// OnePage reports whether the document is its first page alone: the one block of its body is the figure there.
func (d *Document) OnePage() bool {
	if d.Front == nil || d.Front.Lead == nil || len(d.Body) != 1 {
		return false
	}
	f, ok := d.Body[0].(*Figure)
	return ok && f == d.Front.Lead
}

// A Headline is one judgement as the first page tells it: what it rests on stands at Anchor.
type Headline struct {
	Number     int        // from 1
	Anchor     string     // of the [Judgement]; empty where the document does not show it
	Text       []Inline   // its first paragraph, without notes
	Likelihood Likelihood // zero where none is given
	Confidence Confidence // zero where none is given
	Marking    Marking    // empty: that of what encloses it
}

// A Likelihood is a term of a scale of likelihood, with its limits for a mark beside it.
type Likelihood struct {
	Words     string  // "very likely (80–95%)"; empty where none is given
	Low, High float64 // percent
}

// A Confidence is how well a judgement is founded, with its step for a mark beside it.
type Confidence struct {
	Words string // "moderate confidence"; empty where none is given
	Level int    // 1 low, 2 moderate, 3 high; 0 where none is given
}
