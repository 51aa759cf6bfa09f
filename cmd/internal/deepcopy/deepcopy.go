// Package deepcopy stands in the program for github.com/tiendc/go-deepcopy, with which excelize copies columns and rows.
//
// Why our own: the original can fill a value by calling methods whose names it finds out while it runs. Where that
// is linked, the linker keeps every exported method of every type of the program, 3.3 MB of them. Nothing that
// excelize copies has such methods. See go.mod, replace.
package deepcopy

import (
	"fmt"
	"reflect"
)

// Copy sets what dst points to to a copy of src, or of what src points to, that has no memory in common with it. Fields that are
// not exported stay as they are. It is an error where dst is no pointer to the type of src.
func Copy(dst, src any) error {
	to, from := reflect.ValueOf(dst), reflect.ValueOf(src)
	if to.Kind() != reflect.Pointer || to.IsNil() {
		return fmt.Errorf("deepcopy: to %T", dst)
	}
	if from.Kind() == reflect.Pointer && from.Type() == to.Type() {
		if from.IsNil() {
			return fmt.Errorf("deepcopy: from no %T", src)
		}
		from = from.Elem()
	}
	if !from.IsValid() || from.Type() != to.Elem().Type() {
		return fmt.Errorf("deepcopy: from %T to %T", src, dst)
	}
	clone(to.Elem(), from)
	return nil
}

// clone sets to, which can be set, to a copy of from, of the same type.
func clone(to, from reflect.Value) {
	switch from.Kind() {
	case reflect.Struct:
		for i := range from.NumField() {
			if to.Field(i).CanSet() {
				clone(to.Field(i), from.Field(i))
			}
		}
	case reflect.Array:
		for i := range from.Len() {
			clone(to.Index(i), from.Index(i))
		}
	case reflect.Pointer:
		to.SetZero()
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			clone(to.Elem(), from.Elem())
		}
	case reflect.Slice:
		to.SetZero()
		if !from.IsNil() {
			to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
			for i := range from.Len() {
				clone(to.Index(i), from.Index(i))
			}
		}
	case reflect.Map:
		to.SetZero()
		if !from.IsNil() {
			to.Set(reflect.MakeMapWithSize(from.Type(), from.Len()))
			for each := from.MapRange(); each.Next(); {
				value := reflect.New(from.Type().Elem()).Elem()
				clone(value, each.Value())
				to.SetMapIndex(each.Key(), value)
			}
		}
	case reflect.Interface:
		to.SetZero()
		if !from.IsNil() {
			value := reflect.New(from.Elem().Type()).Elem()
			clone(value, from.Elem())
			to.Set(value)
		}
	default: // numbers, texts, functions, channels
		to.Set(from)
	}
}
