package doc

// Trials are what a reader may try: what breaks in the briefing without one origin, source or claim. They are the
// reader's and no view of the briefing: no output but the live page shows one, and none prints it.
type Trials struct {
	Things []TrialThing // what breaks anywhere, each once
	Fates  []string     // what becomes of things, each once: "keeps 2 of 3 facts, and 1 of 2 independent lines"
	Cases  []Trial      // origins, sources and then claims, each in the order of the file
}

// A TrialThing is an origin, a fact, a judgement, a hypothesis, a figure or a text that may lose by a trial.
type TrialThing struct {
	Kind   string // "origin", "fact", "judgement", "hypothesis", "figure" or "text"
	ID     string // that of the facts file; of a text its JSON pointer
	Name   string // as shown: "Judgement 2"; empty for a text
	Anchor string // of what shows it; may be empty
}

// A Trial is what breaks without one thing.
type Trial struct {
	Kind   string   // "origin", "source" or "fact": what is taken out
	ID     string   // that of the facts file
	Name   string   // as shown
	Losses [][2]int // positions in Things and Fates, in the order of the file
}
