package check

import "bytes"

// pictures checks the pictures of a page (ISO 32000-1, 8.9.5; ISO 19005-3, 6.2.8), and returns their names.
func (c *checker) pictures(pg dict) map[name]bool {
	out := map[name]bool{}
	for n, v := range c.f.dict(c.f.dict(pg["Resources"])["XObject"]) {
		out[n] = true
		s, _ := c.f.get(v).(stream)
		if s.dict["Interpolate"] == true || !c.samples(s) {
			c.say("picture %s is not as long as its size says, or in another colour than the file", n)
		}
		if s.dict["SMask"] == nil {
			continue
		}
		mask, _ := c.f.get(s.dict["SMask"]).(stream)
		if mask.dict["ColorSpace"] != name("DeviceGray") || mask.dict["SMask"] != nil || !c.samples(mask) {
			c.say("picture %s has a mask that is none", n)
		}
	}
	return out
}

// samples reports whether a picture holds as much as its size says.
func (c *checker) samples(s stream) bool {
	width, _ := s.dict["Width"].(float64)
	height, _ := s.dict["Height"].(float64)
	colors := map[any]float64{name("DeviceRGB"): 3, name("DeviceGray"): 1}[s.dict["ColorSpace"]]
	if s.dict["Subtype"] != name("Image") || s.dict["BitsPerComponent"] != float64(8) || colors == 0 || width < 1 || height < 1 {
		return false
	}
	if s.dict["Filter"] == name("DCTDecode") {
		return bytes.HasPrefix(s.data, []byte("\xff\xd8")) && bytes.HasSuffix(s.data, []byte("\xff\xd9"))
	}
	parms := c.f.dict(s.dict["DecodeParms"])
	return parms["Predictor"] == float64(15) && parms["Columns"] == width && parms["Colors"] == colors &&
		float64(len(s.data)) == height*(width*colors+1)
}
