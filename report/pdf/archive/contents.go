package archive

// Contents returns what is drawn on each page of a file that [Write] wrote, in
// the order of the pages; it fails as [Attachments] does.
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
	for kids = append([]byte(nil), kids...); len(kids) > 0; {
		page, rest, ok := reference(append(kids, ' '))
		if !ok {
			break
		}
		kids = rest
		n, err := integer(r.object(page), "/Contents ")
		if err != nil || n < 0 || n >= len(r.positions) || r.positions[n].kind != 1 {
			return nil, ErrForeign
		}
		_, content, err := r.stream(r.positions[n].at)
		if err != nil {
			return nil, err
		}
		out = append(out, content)
	}
	return out, nil
}
