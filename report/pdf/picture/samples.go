package picture

import (
	"image"
	"image/draw"
)

// reduced averages squares of k by k samples, in whole numbers: the same on every machine.
func reduced(src image.Image, k int) *image.NRGBA {
	if m, ok := src.(*image.NRGBA); ok && k == 1 {
		return m // as it is, without rounding
	}
	b := src.Bounds()
	out := image.NewNRGBA(image.Rect(0, 0, (b.Dx()+k-1)/k, (b.Dy()+k-1)/k))
	for y := range out.Rect.Dy() {
		from := image.Pt(b.Min.X, b.Min.Y+y*k)
		strip := image.NewRGBA(image.Rect(0, 0, b.Dx(), min(k, b.Max.Y-from.Y)))
		draw.Draw(strip, strip.Rect, src, from, draw.Src)
		for x := range out.Rect.Dx() {
			mean(out.Pix[out.PixOffset(x, y):], strip, x*k, min(x*k+k, b.Dx()))
		}
	}
	return out
}

// mean puts into pix what the samples of a strip from x to end are on average. Colours of the strip are
// multiplied with their opacity, those of pix are not.
func mean(pix []byte, strip *image.RGBA, x, end int) {
	var sum [4]int
	for y := range strip.Rect.Dy() {
		row := strip.Pix[strip.PixOffset(x, y):strip.PixOffset(end, y)]
		for i, v := range row {
			sum[i&3] += int(v)
		}
	}
	n, alpha := strip.Rect.Dy()*(end-x), sum[3]
	if alpha == 0 {
		return
	}
	for i := range 3 {
		pix[i] = byte((sum[i]*0xff + alpha/2) / alpha)
	}
	pix[3] = byte((alpha + n/2) / n)
}

// turned returns m as it is to be seen: how its rows and columns lie is its orientation (Exif 2.32, 4.6.4).
func turned(m *image.NRGBA, orientation int) *image.NRGBA {
	if orientation == 1 {
		return m
	}
	w, h := m.Rect.Dx(), m.Rect.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		out = image.NewNRGBA(image.Rect(0, 0, h, w))
	}
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			sx, sy := x, y
			if orientation >= 5 {
				sx, sy = y, x
			}
			if orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8 {
				sx = w - 1 - sx
			}
			if orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7 {
				sy = h - 1 - sy
			}
			copy(out.Pix[out.PixOffset(x, y):][:4], m.Pix[m.PixOffset(sx, sy):][:4])
		}
	}
	return out
}

// few reports whether m has no more colours than a drawing.
func few(m *image.NRGBA) bool {
	seen := map[[4]byte]bool{}
	for i := 0; i < len(m.Pix) && len(seen) <= 256; i += 4 {
		seen[[4]byte(m.Pix[i:])] = true
	}
	return len(seen) <= 256
}

// rows returns some channels of m in rows, each behind its predictor (PNG, 9): Paeth, but none for a drawing, which is shorter as it is.
func rows(m *image.NRGBA, channels []int) []byte {
	w, n := m.Rect.Dx(), len(channels)
	out := make([]byte, 0, m.Rect.Dy()*(w*n+1))
	drawn := few(m)
	above, now := make([]byte, w*n), make([]byte, w*n)
	for y := range m.Rect.Dy() {
		for x := range w {
			for i, c := range channels {
				now[x*n+i] = m.Pix[m.PixOffset(x, y)+c]
			}
		}
		if drawn {
			out = append(append(out, 0), now...)
			continue
		}
		out = append(out, 4)
		for i, v := range now {
			left, corner := 0, 0
			if i >= n {
				left, corner = int(now[i-n]), int(above[i-n])
			}
			out = append(out, v-byte(paeth(left, int(above[i]), corner)))
		}
		above, now = now, above
	}
	return out
}

// paeth is the neighbour that is nearest to what the three make likely.
func paeth(left, up, corner int) int {
	a, b, c := abs(up-corner), abs(left-corner), abs(left+up-2*corner)
	switch {
	case a <= b && a <= c:
		return left
	case b <= c:
		return up
	}
	return corner
}

func abs(v int) int { return max(v, -v) }
