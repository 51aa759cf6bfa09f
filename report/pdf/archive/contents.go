package archive

// Contents returns what is drawn on each page of a file that [Write] wrote, in
// the order of the pages; nil for a page that cannot be read. It fails as
// [Attachments] does.
func Contents(data []byte) ([][]byte, error) {
	r, err := open(data)
	if err != nil {
		return nil, err
	}
	tree, err := integer(r.object(r.root), "/Pages ")
	if err != nil {
		return nil, ErrForeign
	}
	kids, ok := between(r.object(tree), "/Kids [", "]")
	if !ok {
		return nil, ErrForeign
	}
	var out [][]byte
	for len(out) < len(r.positions) {
		page, rest, ok := reference(kids)
		if !ok {
			break
		}
		kids = rest
		out = append(out, r.content(page))
	}
	return out, nil
}

// content returns the content stream of a page; nil where it cannot be read.
func (r *reader) content(page int) []byte {
	n, err := integer(r.object(page), "/Contents ")
	if err != nil || n < 0 || n >= len(r.positions) || r.positions[n].kind != 1 {
		return nil
	}
	_, content, err := r.stream(r.positions[n].at, largest)
	if err != nil {
		return nil
	}
	return content
}
