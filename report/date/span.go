package date

// A Span is a stretch of time from the first day of one date to the last day of
// another. The zero Span means "not given".
type Span struct {
	From, To Date // the first and the last date; both are given, or neither
}

// IsZero reports whether no span was given.
func (s Span) IsZero() bool { return s.From.IsZero() }

// Same reports whether two spans have the same days, however they are written: the first quarter is January to March.
func (s Span) Same(t Span) bool {
	return s == t || !s.IsZero() && !t.IsZero() && s.First() == t.First() && s.Last() == t.Last()
}

// First returns the first day of the span, in days since 1970-01-01.
func (s Span) First() int { return s.From.First() }

// Last returns the last day of the span, in days since 1970-01-01.
func (s Span) Last() int { return s.To.Last() }

// Days returns how many days the span has.
func (s Span) Days() int { return s.Last() - s.First() + 1 }

// Overlaps reports whether the two have a day in common.
func (s Span) Overlaps(t Span) bool { return s.First() <= t.Last() && t.First() <= s.Last() }

// Follows reports whether a span comes after this one and is about as long: neither a third longer than the other. Months are,
// and so are quarters, and years.
func (s Span) Follows(t Span) bool {
	return !s.IsZero() && !t.IsZero() && s.Last() < t.First() && 3*s.Days() <= 4*t.Days() && 3*t.Days() <= 4*s.Days()
}

// Contains reports whether every day of t is one of the span's.
func (s Span) Contains(t Span) bool { return s.First() <= t.First() && t.Last() <= s.Last() }
