package html

// Ids of the trials.
const (
	trialID  = "_trial"
	trialsID = "_trials"
)

// trial writes the place where a reader tries what would break without an origin, a source or a claim. The script
// shows it and fills it from what [page.packTrials] packed; without script it stays hidden, and no paper shows it.
func (p *page) trial() {
	if p.doc.Trials == nil || len(p.doc.Trials.Cases) == 0 {
		return
	}
	p.open("section", "class", "trial", "id", trialID, "aria-labelledby", trialID+"-title", "hidden", "hidden")
	p.element("h2", p.say("html.trial"), "id", trialID+"-title")
	p.element("p", p.say("html.trial.intro"), "class", "intro")
	p.raw("</section>\n")
}

// packTrials writes the trials as compressed data: things as kind, id, name and anchor, and cases as kind, id, name
// and pairs of positions, one after the other.
func (p *page) packTrials() {
	t := p.doc.Trials
	if t == nil || len(t.Cases) == 0 {
		return
	}
	var out struct {
		Things [][]string `json:"things"`
		Fates  []string   `json:"fates"`
		Cases  [][]any    `json:"cases"`
	}
	for _, x := range t.Things {
		out.Things = append(out.Things, []string{x.Kind, x.ID, x.Name, documentAnchor(x.Anchor)})
	}
	out.Fates = t.Fates
	for _, c := range t.Cases {
		losses := []int{}
		for _, l := range c.Losses {
			losses = append(losses, l[0], l[1])
		}
		out.Cases = append(out.Cases, []any{c.Kind, c.ID, c.Name, losses})
	}
	p.pack(trialsID, packed(p.json(out)))
}

// trialWords are what the script says of trials.
func (p *page) trialWords() map[string]string {
	words := p.list("html.trial.", "choose", "none", "end", "bar", "origins", "sources", "facts", "without", "nothing", "mark")
	for _, kind := range []string{"judgement", "figure", "origin", "fact", "text"} {
		for _, form := range []string{"one", "other"} {
			words[kind+"."+form] = p.say("html.trial." + kind + "." + form)
		}
	}
	return words
}
