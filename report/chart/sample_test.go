package chart

import (
	"testing"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/font"
	"sitrep/report/lang"
	"sitrep/report/quantity"
	"sitrep/report/theme"
)

// A said is a row in short: its bounds are 0 where they were not given.
type said struct {
	id, origin, date string
	low, best, high  float64
	approx           bool
	status, grade    string
	detail           string
}

func language(t testing.TB, tag string) *lang.Language {
	t.Helper()
	l, err := lang.For(tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func fonts(t testing.TB) *font.Set {
	t.Helper()
	s, err := font.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func plain(t testing.TB) *theme.Theme {
	t.Helper()
	th, err := theme.Plain()
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// rows makes rows of claims, worded in the language.
func rowsOf(l *lang.Language, unit string, claims []said) []Row {
	given := func(v float64) *quantity.Number {
		if v == 0 {
			return nil
		}
		return quantity.FromFloat(v)
	}
	var rows []Row
	for _, c := range claims {
		d, _ := date.Parse(c.date)
		a := lang.Amount{Low: given(c.low), Best: given(c.best), High: given(c.high), Approx: c.approx}
		r := Row{ID: c.id, Label: c.origin, Origin: c.origin, Detail: c.detail, Date: d, DateText: l.ShortDate(d),
			Low: a.Low, Best: a.Best, High: a.High, Approx: c.approx, Value: l.Short(a), Status: claim.Status(c.status),
			StatusText: l.Say("status." + c.status), Grade: c.grade, Sources: "Reuters; Yonhap"}
		a.Unit = lang.Noun(unit)
		r.Words = l.Words(a)
		rows = append(rows, r)
	}
	return rows
}

// kursk is what was claimed of soldiers in Kursk and in Russia.
var kursk = []said{
	{"f25", "NIS (Corea del Sur)", "2024-10-23", 0, 3000, 0, true, "claimed", "B2", "en Rusia, en entrenamiento"},
	{"f27", "Casa Blanca (EE. UU.)", "2024-10-23", 3000, 0, 0, false, "claimed", "B2", ""},
	{"f28", "HUR (Ucrania)", "2024-10-24", 0, 12000, 0, true, "claimed", "C2", ""},
	{"f33", "Presidencia de Corea del Sur", "2024-10-30", 11000, 0, 0, false, "claimed", "B2", ""},
	{"f34", "Departamento de Estado (EE. UU.)", "2024-10-31", 0, 0, 8000, false, "claimed", "B2", "en la región de Kursk"},
	{"f36", "Departamento de Defensa (EE. UU.)", "2024-11-04", 11000, 0, 12000, false, "claimed", "B2", ""},
	{"f38", "Ministerio de Defensa de Ucrania", "2024-11-05", 0, 0, 15000, false, "planned", "C3", "total previsto"},
	{"f42", "NIS (Corea del Sur)", "2024-11-20", 0, 10900, 0, true, "assessed", "B2", ""},
	{"f55", "NIS; Yonhap y JoongAng Ilbo", "2025-02-27", 1000, 2000, 3000, false, "reported", "B2", "refuerzo"},
	{"f56", "Portavoz del Ministerio de Asuntos Exteriores de la República Popular Democrática de Corea", "2025-02", 0, 2600, 0, false, "denied", "C4", ""},
	{"f72", "Estado Mayor de Rusia", "2026", 10000, 11000, 12500, false, "confirmed", "A2", ""},
}

// killed is what was claimed of soldiers killed or wounded.
var losses = []said{
	{"f45", "Estado Mayor Conjunto (Corea del Sur)", "2024-12-23", 0, 1100, 0, true, "claimed", "B3", ""},
	{"f46", "Presidencia de Ucrania", "2024-12-23", 3000, 0, 0, false, "claimed", "D3", ""},
	{"f48", "Presidencia de Ucrania", "2025-01-09", 0, 4000, 0, true, "claimed", "D3", ""},
	{"f50", "NIS (Corea del Sur)", "2025-01-13", 0, 3000, 0, true, "claimed", "B3", ""},
	{"f51", "BBC", "2025-01", 0, 4000, 0, true, "claimed", "C2", ""},
	{"f52", "Ministerio de Defensa británico", "2025-01-15", 0, 4000, 0, true, "assessed", "B2", ""},
	{"f54", "Presidencia de Ucrania", "2025-02-14", 4000, 0, 0, false, "claimed", "D4", ""},
	{"f58", "Ministerio de Defensa británico", "2025-03-28", 5000, 0, 0, false, "assessed", "B2", ""},
	{"f60", "NIS (Corea del Sur)", "2025-04-30", 0, 4700, 0, true, "claimed", "B3", ""},
	{"f62", "Ministerio de Defensa británico", "2025-06-15", 6000, 0, 0, false, "assessed", "B2", ""},
	{"f63", "HUR (Ucrania)", "2025-04", 3500, 0, 5500, false, "claimed", "C3", ""},
	{"f72", "NIS (Corea del Sur)", "2026-02-12", 0, 6000, 0, true, "claimed", "B2", ""},
}

func eventsOf(l *lang.Language) []Event {
	var events []Event
	for _, e := range [][6]string{
		{"f9", "2023-09-13", "", "Putin, con Kim en el cosmódromo de Vostochni, indica que Rusia ayudará a Corea del Norte a construir satélites.", "claimed", "Kremlin"},
		{"f10", "2024-03-28", "", "Rusia veta la renovación del Panel de Expertos del Comité 1718 de la ONU.", "confirmed", "Consejo de Seguridad de la ONU"},
		{"f1", "2024-06-19", "", "Putin y Kim firman en Pyongyang el Tratado de Asociación Estratégica Integral.", "confirmed", "Gobiernos de Rusia y la RPDC"},
		{"f22", "2024-10-08", "2024-10-13", "Buques rusos llevan a Vladivostok a unos 1,500 soldados de fuerzas especiales.", "claimed", "NIS (Corea del Sur)"},
		{"f13", "2024-10-10", "", "El Kremlin tacha de falsas las versiones sobre tropas norcoreanas.", "denied", "Kremlin"},
		{"f14", "2024-10-21", "", "Un delegado de la RPDC en la ONU las llama rumores sin fundamento.", "denied", "Misión de la RPDC"},
		{"f5", "2024-10-24", "", "La Duma ratifica el tratado.", "confirmed", "Duma"},
		{"f30", "2024-10-28", "", "La OTAN confirma que hay unidades en la región de Kursk, sin dar un número.", "confirmed", "OTAN"},
		{"f8", "2024-12-04", "", "El tratado entra en vigor.", "confirmed", "Ministerio de Exteriores ruso"},
		{"f49", "2025-01-09", "", "Dos soldados norcoreanos heridos son capturados en Kursk.", "confirmed", "Ucrania; NIS"},
		{"f17", "2025-04-26", "", "El Estado Mayor ruso confirma por primera vez que soldados norcoreanos combatieron en Kursk.", "confirmed", "Estado Mayor ruso"},
		{"f18", "2025-04-28", "", "Pyongyang lo confirma e invoca el artículo 4.", "confirmed", "Comisión Militar Central"},
		{"f64", "2025-06", "", "Rusia anuncia 1,000 zapadores y 5,000 constructores militares.", "planned", "Consejo de Seguridad ruso"},
		{"f67", "2025", "", "Corea del Norte enviaría entre 25,000 y 30,000 soldados más.", "planned", "HUR (Ucrania)"},
		{"f71", "2025-08", "2025-12", "El 528.º Regimiento de Ingenieros desmina en Kursk; mueren nueve.", "confirmed", "KCNA"},
	} {
		d, _ := date.Parse(e[1])
		u, _ := date.Parse(e[2])
		text := l.ShortDate(d)
		if e[2] != "" {
			text += " – " + l.ShortDate(u)
		}
		events = append(events, Event{ID: e[0], Date: d, Until: u, DateText: text, Text: e[3], Status: claim.Status(e[4]), StatusText: l.Say("status." + e[4]), Grade: "B2", Origin: e[5], Sources: "TASS"})
	}
	return events
}

func exchangeOf(l *lang.Language) *Exchange {
	x := &Exchange{Parties: []Party{{"ru", "Rusia"}, {"kp", "Corea del Norte"}}}
	for _, f := range [][8]string{
		{"f61", "kp", "ru", "Soldados enviados en 2024 y principios de 2025", "troops", "≥ 14,000 soldados", "claimed", "MSMT"},
		{"f64", "kp", "ru", "Zapadores y constructores militares", "troops", "6,000 personas", "planned", "Consejo de Seguridad ruso"},
		{"f82", "kp", "ru", "Munición de artillería y cohetes", "arms", "≤ 9 millones de proyectiles", "claimed", "MSMT"},
		{"f84", "kp", "ru", "Misiles balísticos", "arms", "≥ 100 misiles", "claimed", "MSMT"},
		{"f80", "kp", "ru", "Piezas de artillería de 170 mm y lanzacohetes múltiples de 240 mm", "arms", "≈ 220 piezas", "claimed", "Estado Mayor Conjunto (Corea del Sur)"},
		{"f90", "ru", "kp", "Combustible refinado", "energy", "≥ 1 millón de barriles", "claimed", "MSMT"},
		{"f91", "ru", "kp", "Misiles antiaéreos y equipo relacionado", "technology", "", "claimed", "Consejero de Seguridad Nacional surcoreano"},
		{"f92", "ru", "kp", "Sistema de defensa antiaérea Pantsir", "technology", "≥ 1 vehículo", "claimed", "MSMT"},
		{"f9", "ru", "kp", "Ayuda para construir satélites", "technology", "", "planned", "Kremlin"},
		{"f10", "ru", "kp", "Veto a la renovación del Panel de Expertos de la ONU", "diplomacy", "", "confirmed", "ONU"},
		{"g2", "ru", "ir", "Cazas Su-35", "arms", "", "denied", "Prensa"},
	} {
		names := map[string]string{"troops": "Tropas", "arms": "Armas", "energy": "Energía", "technology": "Tecnología", "diplomacy": "Diplomacia"}
		x.Flows = append(x.Flows, Flow{ID: f[0], From: f[1], To: f[2], Item: f[3], Category: claim.Category(f[4]), CategoryText: names[f[4]], Value: f[5],
			DateText: "29 may 2025", Status: claim.Status(f[6]), StatusText: l.Say("status." + f[6]), Grade: "B2", Origin: f[7], Sources: "Reuters"})
	}
	x.Parties = append(x.Parties, Party{"ir", "Irán"})
	return x
}

// strength is what one origin says in parts, and another in one number.
func strength(l *lang.Language) []Row {
	rows := rowsOf(l, "soldados", []said{
		{"p1", "NIS (Corea del Sur)", "2026-02-12", 0, 10000, 0, true, "claimed", "B2", ""},
		{"p2", "NIS (Corea del Sur)", "2026-02-12", 0, 1000, 0, true, "claimed", "B2", ""},
		{"p3", "NIS (Corea del Sur)", "2025-11-04", 0, 10000, 0, true, "claimed", "B2", ""},
		{"p4", "NIS (Corea del Sur)", "2025-11-04", 0, 1000, 0, true, "claimed", "B2", ""},
		{"p5", "NIS (Corea del Sur)", "2025-11-04", 0, 5000, 0, true, "planned", "B2", ""},
		{"p6", "Consejo de Seguridad (Rusia)", "2025-06-17", 0, 1000, 0, false, "planned", "B2", ""},
		{"p7", "Consejo de Seguridad (Rusia)", "2025-06-17", 0, 5000, 0, false, "planned", "B2", ""},
		{"p8", "HUR (Ucrania)", "2025-02-04", 7000, 8000, 9500, true, "claimed", "C3", ""},
	})
	for i, g := range []string{"combate", "zapadores", "combate", "zapadores", "constructores", "zapadores", "constructores", "combate"} {
		rows[i].Group = g
	}
	return rows
}

// placesOf is where things happened, and how many were said to be there.
func placesOf(l *lang.Language) *Map {
	r := rowsOf(l, "soldados", kursk)
	event := func(id, text, when, status string) []Row {
		d, _ := date.Parse(when)
		return []Row{{ID: id, Detail: text, Date: d, DateText: l.ShortDate(d), Status: claim.Status(status)}}
	}
	return &Map{Places: []Place{
		{"kursk", "Región de Kursk", 51.73, 36.19, r[4:6]}, {"vladivostok", "Vladivostok", 43.12, 131.89, r[:2]},
		{"far-east", "Extremo Oriente ruso", 43.8, 131.95, r[2:3]},
		{"vostochny", "Cosmódromo de Vostochni", 51.88, 128.33, event("e1", "Putin recibe a Kim", "2023-09-13", "confirmed")},
		{"pyongyang", "Pionyang", 39.03, 125.75, event("e2", "Firma del tratado", "2024-06-19", "confirmed")},
		{"seoul", "Seúl", 37.57, 126.98, event("e3", "Informe del NIS", "2024-10-18", "claimed")},
		{"moscow", "Moscú", 55.75, 37.62, event("e4", "Canje de instrumentos", "2024-12-04", "confirmed")},
	}}
}
