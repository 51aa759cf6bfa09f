package picture

import (
	"bytes"
	"encoding/binary"
)

// orientation reads how the rows of a JPEG file lie, from its Exif segment; 1, as they are to be seen, where nothing is said.
func orientation(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		length := int(binary.BigEndian.Uint16(data[at+2:]))
		if length < 2 || at+2+length > len(data) || data[at+1] == 0xda {
			break
		}
		if tiff, ok := bytes.CutPrefix(data[at+4:at+2+length], []byte("Exif\x00\x00")); ok && data[at+1] == 0xe1 {
			return tagged(tiff)
		}
		at += 2 + length
	}
	return 1
}

// tagged reads the tag Orientation of the first directory (TIFF 6.0, section 2).
func tagged(tiff []byte) int {
	var order binary.ByteOrder = binary.LittleEndian
	if bytes.HasPrefix(tiff, []byte("MM")) {
		order = binary.BigEndian
	}
	if len(tiff) < 8 {
		return 1
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	for i := range int(order.Uint16(tiff[at:])) {
		e := at + 2 + 12*i
		if e+12 > len(tiff) {
			break
		}
		if v := int(order.Uint16(tiff[e+8:])); order.Uint16(tiff[e:]) == 0x0112 && order.Uint16(tiff[e+2:]) == 3 && v >= 1 && v <= 8 {
			return v
		}
	}
	return 1
}
