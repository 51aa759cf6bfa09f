package integrity

import (
	"errors"

	"sitrep/report/facts"
	"sitrep/report/pool"
	"sitrep/report/reading"
)

// readAll reads the texts: those that tell the briefing, and meanwhile, where two may work at once, what the record carries.
func (c *pass) readAll(told, record []facts.Passage, jobs int) {
	other := c.fork()
	atOnce(jobs, func() {
		for _, p := range told {
			c.texts.told = append(c.texts.told, c.reader.Parse(p))
		}
	}, func() { other.record(record) })
	c.carried, c.reader = other.carried, other.reader
}

// sentenceRules makes the rules of sentences. Where two may work at once, each has a half of the texts, and what they find
// is put together in the order of the texts: no rule looks at what was found in another text.
func (c *pass) sentenceRules(each []rule, jobs int) {
	judge := func(c *pass, texts [][]*assertion) {
		for _, list := range texts {
			for _, a := range list {
				for _, rule := range each {
					rule(c, a)
				}
			}
		}
	}
	all := c.texts.assertions
	half := c.half()
	if jobs < 2 || half == len(all) {
		judge(c, all)
		return
	}
	other := c.fork()
	atOnce(jobs, func() { judge(c, all[:half]) }, func() { judge(other, all[half:]) })
	c.join(other)
}

// atOnce does two things, both at once where there are jobs for it. What one of them panics with, it panics with.
func atOnce(jobs int, one, other func()) {
	errs := pool.Each(jobs, 2, func(i int) error {
		if i == 0 {
			one()
		} else {
			other()
		}
		return nil
	})
	if err := errors.Join(errs...); err != nil {
		panic(err)
	}
}

// half is the first text behind the middle of what is told, by tokens.
func (c *pass) half() int {
	length := make([]int, len(c.texts.told))
	all := 0
	for i := range c.texts.told {
		for j := range c.texts.told[i].Sentences {
			length[i] += len(c.texts.told[i].Sentences[j].Tokens)
		}
		all += length[i]
	}
	before := 0
	for i, n := range length {
		if before*2 >= all {
			return i
		}
		before += n
	}
	return len(length)
}

// fork returns a pass over the same file that has a parser, findings and everything that is made when first asked for of its own.
func (c *pass) fork() *pass {
	other := *c
	other.reader = reading.NewParser(c.f)
	other.found, other.at = nil, nil
	other.texts.together, other.texts.testimonies, other.texts.byHand, other.texts.short = nil, nil, nil, nil
	other.texts.exclusive = nil
	other.measured = measured{words: c.measured.words}
	other.carried.mixed, other.carried.sayings, other.carried.uppers = nil, nil, nil
	return &other
}

// join takes in what a fork found.
func (c *pass) join(other *pass) {
	if c.at == nil {
		c.at = map[string][]int{}
	}
	if c.texts.byHand == nil {
		c.texts.byHand = map[string]*byHandFinding{}
	}
	first := len(c.found)
	for pointer, list := range other.at {
		for _, i := range list {
			c.at[pointer] = append(c.at[pointer], first+i)
		}
	}
	for pointer, h := range other.texts.byHand {
		h.at += first
		c.texts.byHand[pointer] = h
	}
	c.found = append(c.found, other.found...)
}
