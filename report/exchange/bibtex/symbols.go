package bibtex

import (
	"slices"
	"strings"

	"sitrep/report/exchange/reference"
)

// letters are the commands of TeX that stand for a character.
var letters = pairs(`
ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i i j j dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ textbackslash \
textasciitilde ~ textasciicircum ^ textquoteright ’ textquoteleft ‘ textquotedblleft “ textquotedblright ”
guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › quotedblbase „ quotesinglbase ‚ textendash –
textemdash — ldots … dots … textellipsis … cdots ⋯ euro € texteuro € EUR € pounds £ textsterling £ textyen ¥
textcent ¢ S § textsection § P ¶ textparagraph ¶ copyright © textcopyright © textregistered ® texttrademark ™
textdegree ° degree ° textordmasculine º textordfeminine ª textperiodcentered · textbullet • textless < textgreater >
textbar | textunderscore _ textbraceleft { textbraceright } textdollar $ textasteriskcentered * textquotesingle '
textdagger † textdaggerdbl ‡ dag † ddag ‡ textpm ± texttimes × textdiv ÷ textmu µ textonehalf ½ textonequarter ¼
textthreequarters ¾ textnumero № textexclamdown ¡ textquestiondown ¿ slash / quad \u00a0 qquad \u00a0 alpha α beta β
gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π
rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π
Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω TeX TeX LaTeX LaTeX BibTeX BibTeX circ ∘ geq ≥ ge ≥ leq ≤ le ≤ neq ≠ ne ≠
approx ≈ sim ∼ simeq ≃ equiv ≡ pm ± mp ∓ times × div ÷ cdot · ast ∗ star ⋆ bullet • infty ∞ partial ∂ nabla ∇ sum ∑
prod ∏ int ∫ sqrt √ rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ uparrow ↑ downarrow ↓ in ∈
notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ wedge ∧ vee ∨ ll ≪ gg ≫ propto ∝ perp ⊥
parallel ∥ angle ∠ prime ′ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ langle ⟨ rangle ⟩ lbrace { rbrace } mid ∣ colon : lvert |
rvert |`)

// silent are the commands that change how the text in their braces looks, or nothing.
var silent = strings.Fields(`
emph textit textbf textsc textrm textsf texttt textup textmd textnormal textsl text mathrm mathbf mathit mathsf mathtt
mathcal mathbb mathfrak operatorname ensuremath mbox hbox bf it em sc rm sf tt sl bfseries itshape scshape small large
Large normalsize protect relax uppercase lowercase MakeUppercase NoCaseChange url path nolinkurl noopsort enquote
mkbibquote mkbibemph textquote underline uline left right displaystyle textstyle bibstring latin textlatin textgreek
textcyrillic selectlanguage hspace vspace newline linebreak par noindent allowbreak nobreak xspace hfill`)

func pairs(list string) map[string]string {
	out := map[string]string{}
	words := strings.Fields(strings.ReplaceAll(list, `\u00a0`, "\ufffc"))
	for i := 0; i < len(words); i += 2 {
		out[words[i]] = strings.ReplaceAll(words[i+1], "\ufffc", "\u00a0")
	}
	return out
}

// math returns what TeX would set of a formula between dollar signs, as far as one
// line of text can.
func (t *text) math(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] != '^' && s[i] != '_' || i+1 == len(s) {
			j := i + 1
			for j < len(s) && s[j] != '^' && s[j] != '_' {
				j++
			}
			b.WriteString(t.plain(s[i:j]))
			i = j
			continue
		}
		inner, n := t.argument(s[i+1:])
		script, ok := reference.Script(inner, s[i] == '^')
		switch {
		case s[i] == '^' && (inner == "∘" || inner == "°"):
			script = "°"
		case !ok && inner != "′":
			script = s[i:i+1] + inner
		}
		b.WriteString(script)
		i += 1 + n
	}
	return b.String()
}

// formula returns the length of the formula that s begins with, dollar signs and all;
// 0 where the sign is one of money: "US$5 to US$10".
func formula(s string) int {
	end := strings.IndexByte(s[1:], '$')
	if end < 1 {
		return 0
	}
	inner := s[1 : 1+end]
	if strings.ContainsAny(inner, `\^_`) || !strings.Contains(inner, " ") && !strings.ContainsAny(inner[:1], "0123456789") {
		return end + 2
	}
	return 0
}

// unknown notes a command that nobody here knows; it stands in the text as written.
func (t *text) unknown(name string) {
	if !slices.Contains(t.strange, `\`+name) {
		t.strange = append(t.strange, `\`+name)
	}
}
