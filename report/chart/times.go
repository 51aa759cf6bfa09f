package chart

import (
	"strconv"

	"sitrep/report/date"
	"sitrep/report/lang"
)

// A timeTick is a day on a time axis, in days since 1970-01-01, and what stands
// at it: "oct" and, where it is the first of its year, "2024" beneath.
type timeTick struct {
	day        float64
	label, sub string
}

// A stride is the way from tick to tick: days, months or years.
type stride struct{ days, months, years int }

// strides are the candidates, from the finest: days to thousands of years. The
// dates of a facts file know no hours.
var strides = [...]stride{{days: 1}, {days: 2}, {days: 5}, {days: 10}, {months: 1}, {months: 2}, {months: 3}, {months: 6},
	{years: 1}, {years: 2}, {years: 5}, {years: 10}, {years: 20}, {years: 50}, {years: 100}, {years: 200}, {years: 500}, {years: 1000},
	{years: 5000}}

// timeTicks returns the finest ticks between two days that number at most n.
func timeTicks(l *lang.Language, lo, hi float64, n int) []timeTick {
	for _, s := range strides {
		per := float64(s.days) + 30.4*float64(s.months) + 365*float64(s.years)
		if (hi-lo)/per > float64(n)+1 {
			continue
		}
		if t := s.ticks(l, lo, hi); len(t) <= n {
			return t
		}
	}
	return nil
}

// ticks returns the ticks of one stride.
func (s stride) ticks(l *lang.Language, lo, hi float64) []timeTick {
	var ticks []timeTick
	d := s.first(date.FromDays(int(lo)))
	last := ""
	for i := 0; i < 2000; i++ {
		day := float64(d.First())
		if day > hi {
			break
		}
		if day >= lo {
			t := timeTick{day: day, label: s.label(l, d)}
			if sub := s.sub(l, d); sub != last {
				t.sub = sub
				if s.days > 0 && last != "" && d.Month > 1 {
					t.sub = l.MonthShort(d.Month) // its year was said
				}
				last = sub
			}
			ticks = append(ticks, t)
		}
		d = s.next(d)
	}
	return ticks
}

// first rounds a day down to where the stride may stand.
func (s stride) first(d date.Date) date.Date {
	switch {
	case s.years > 0:
		return date.Date{Year: max(d.Year/s.years*s.years, 1), Month: 1, Day: 1}
	case s.months > 0:
		return date.Date{Year: d.Year, Month: (d.Month-1)/s.months*s.months + 1, Day: 1}
	}
	return date.Date{Year: d.Year, Month: d.Month, Day: 1}
}

// next steps on. Days begin anew with each month, so that ticks stand on 1, 6, 11 …
func (s stride) next(d date.Date) date.Date {
	switch {
	case s.years > 0:
		d.Year += s.years
		if d.Year%s.years == 1 {
			d.Year--
		}
	case s.months > 0:
		m := d.Month - 1 + s.months
		d.Year, d.Month = d.Year+m/12, m%12+1
	default:
		n := date.FromDays(d.First() + s.days)
		if n.Month != d.Month || s.days > 1 && (date.Date{Year: n.Year, Month: n.Month}).Last()-n.First() < s.days-1 && n.Day > 25 {
			return s.nextMonth(d)
		}
		return n
	}
	return d
}

func (s stride) nextMonth(d date.Date) date.Date {
	return stride{months: 1}.next(date.Date{Year: d.Year, Month: d.Month, Day: 1})
}

func (s stride) label(l *lang.Language, d date.Date) string {
	switch {
	case s.years > 0:
		return strconv.Itoa(d.Year)
	case s.months > 0:
		return l.MonthShort(d.Month)
	}
	return strconv.Itoa(d.Day)
}

// sub is what stands under a label where it changes: the year of months, the month of days.
func (s stride) sub(l *lang.Language, d date.Date) string {
	switch {
	case s.years > 0:
		return ""
	case s.months > 0:
		return strconv.Itoa(d.Year)
	}
	return l.ShortDate(date.Date{Year: d.Year, Month: d.Month})
}

// spread moves blocks apart so that none overlaps another and all lie between
// lo and hi if they fit: as near as can be to where they want their middles, in
// their order. It returns the tops. Neighbours that press on each other move as one.
func spread(want, heights []float64, lo, hi float64) []float64 {
	type run struct {
		sum   float64 // of the tops wanted by its members, each less the heights before it
		n     int
		total float64 // height
	}
	var runs []run
	top := func(r run) float64 { return clamp(r.sum/float64(r.n), lo, max(lo, hi-r.total)) }
	for i := range want {
		r := run{want[i] - heights[i]/2, 1, heights[i]}
		for len(runs) > 0 {
			q := runs[len(runs)-1]
			if top(q)+q.total <= top(r) {
				break
			}
			r = run{q.sum + r.sum - float64(r.n)*q.total, q.n + r.n, q.total + r.total}
			runs = runs[:len(runs)-1]
		}
		runs = append(runs, r)
	}
	tops := make([]float64, 0, len(want))
	for _, r := range runs {
		y := top(r)
		for range r.n {
			tops = append(tops, y)
			y += heights[len(tops)-1]
		}
	}
	return tops
}
