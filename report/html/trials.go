package html

// Ids of the trials.
const (
	trialID  = "_trial"
	trialsID = "_trials"
)

// textKind is the kind of the things of which only the number is shown.
const textKind = "text"

// trial writes the place where a reader tries what would break without an origin, a source or a claim. The script
// shows it and fills it from what [page.packTrials] packed; without script it stays hidden, and no paper shows it.
func (p *page) trial() {
	if p.doc.Trials == nil || len(p.doc.Trials.Cases) == 0 {
		return
	}
	p.open("section", "class", "trial", "id", trialID, "aria-labelledby", trialID+"-title", "hidden", "hidden")
	p.raw("<details><summary>")
	p.element("span", p.say("html.trial"), "id", trialID+"-title")
	p.raw("</summary>")
	p.element("p", p.say("html.trial.intro"), "class", "intro")
	p.raw("</details></section>\n")
}

// packTrials writes the trials as compressed data: things as kind, id, name and anchor; cases as kind, id, name (that of
// the thing where it has one), how many texts refer to what falls, and of each other loss the positions of thing and
// fate, the first as the step from the one before.
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
	at, named := make([]int, len(t.Things)), map[string]bool{}
	for i, x := range t.Things {
		if at[i] = len(out.Things); x.Kind != textKind {
			out.Things = append(out.Things, []string{x.Kind, x.ID, x.Name, documentAnchor(x.Anchor)})
			named[x.Kind+" "+x.ID] = true
		}
	}
	out.Fates = t.Fates
	for _, c := range t.Cases {
		losses, texts, before := []int{}, 0, 0
		for _, l := range c.Losses {
			if t.Things[l[0]].Kind == textKind {
				texts++
				continue
			}
			losses = append(losses, at[l[0]]-before, l[1])
			before = at[l[0]]
		}
		name := c.Name
		if named[c.Kind+" "+c.ID] {
			name = ""
		}
		out.Cases = append(out.Cases, []any{c.Kind, c.ID, name, texts, losses})
	}
	p.pack(trialsID, packed(p.json(out)))
}

// trialWords are what the script says of trials.
func (p *page) trialWords() map[string]string {
	words := p.list("html.trial.", "choose", "none", "end", "origins", "sources", "facts", "without", "nothing", "mark")
	for _, kind := range []string{"judgement", "hypothesis", "figure", "origin", "fact", "text"} {
		for _, form := range []string{"one", "other"} {
			words[kind+"."+form] = p.say("html.trial." + kind + "." + form)
		}
	}
	return words
}
