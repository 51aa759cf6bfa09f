package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"github.com/gofrs/flock"

	"sitrep/report/pool"
)

// Holds reports whether the file at path holds exactly data. A file that does not
// exist does not; one that is no regular file is an error.
func Holds(path string, data []byte) (bool, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, err
	case !info.Mode().IsRegular():
		return false, errors.New("not a regular file")
	case info.Size() != int64(len(data)):
		return false, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	part := make([]byte, 1<<16)
	for {
		n, err := f.Read(part)
		if n > len(data) || !bytes.Equal(part[:n], data[:n]) {
			return false, nil
		}
		data = data[n:]
		if errors.Is(err, io.EOF) {
			return len(data) == 0, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// follow is the real path of what a name leads to, whether that exists or not.
func follow(target string) (string, error) {
	for range 40 { // links in a row, as systems bear them
		dir, err := realPath(filepath.Dir(target))
		if err != nil {
			return "", err
		}
		target = filepath.Join(dir, filepath.Base(target))
		to, err := os.Readlink(target)
		if err != nil { // no link
			return target, nil
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(dir, to)
		}
		target = to
	}
	return "", syscall.ELOOP
}

// realPath is the absolute path of an existing file, without links.
func realPath(path string) (string, error) {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", err
	}
	return filepath.Abs(path)
}

// lacking lists dir and the folders around it that do not exist, the innermost first.
func lacking(dir string) (list []string) {
	for !exists(dir) {
		list = append(list, dir)
		if filepath.Dir(dir) == dir {
			break
		}
		dir = filepath.Dir(dir)
	}
	return list
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// cause is what a system call said, without the path, which is one of ours and
// tells nobody anything.
func cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// quoteMeta is a path as a pattern of filepath.Glob.
func quoteMeta(path string) string {
	if runtime.GOOS == "windows" {
		return path // it has no escapes there, and names have no stars
	}
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(path)
}

func appendLine(file, line string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return err
	}
	_, err = f.WriteString(line + "\n")
	return errors.Join(err, f.Close())
}

// lock waits until no other run commits in the folder. Unix locks the folder
// itself; Windows cannot, and has a file for it.
func (r *Run) lock() (unlock func(), err error) {
	l := flock.New(r.dir, flock.SetFlag(os.O_RDONLY))
	if runtime.GOOS == "windows" {
		l = flock.New(filepath.Join(r.dir, ".sitrep.lock"))
	}
	free, err := l.TryLock()
	if err == nil && !free {
		if r.busy != nil {
			r.busy()
		}
		err = l.Lock()
	}
	if err != nil && !lockless(err) {
		return nil, err
	}
	return func() { _ = l.Unlock() }, nil // the system gives up the lock with the process
}

// lockless reports whether a file system knows no locks. Runs there must not
// overlap.
func lockless(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.ENOLCK) || errors.Is(err, syscall.EINVAL) ||
		errors.Is(err, syscall.EBADF)
}

// bearable leaves out the error of file systems that cannot sync.
func bearable(err error) error {
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		return nil
	}
	return err
}

// syncDir makes moves in a folder last. Not every system can; the files are in
// their places all the same.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil //nolint:nilerr // a folder that may be written and not read
	}
	defer d.Close()
	err = d.Sync()
	if runtime.GOOS == "windows" {
		return nil
	}
	return bearable(err)
}

// atOnce is how many files are synced one by one; more are left to one call for
// the whole file system, where the system has one.
const atOnce = 16

// persist makes the held files last a loss of power. Errors name the files that they are held for. Where the process has
// no handle left for so many at once, those that found none come one after the other.
func persist(moves []move) error {
	var files, targets []string
	for _, m := range moves {
		if !m.Remove {
			files, targets = append(files, m.Temp), append(targets, m.Name)
		}
	}
	if len(files) > atOnce {
		if done, err := syncAll(files); done || err != nil {
			return err
		}
	}
	errs := pool.Each(atOnce, len(files), func(i int) error { return syncFile(files[i]) })
	for i, err := range errs {
		if errors.Is(err, syscall.EMFILE) {
			err = syncFile(files[i])
		}
		if errs[i] = err; err != nil {
			errs[i] = fmt.Errorf("%s: %w", targets[i], cause(err))
		}
	}
	return errors.Join(errs...)
}

func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrPermission) {
		return nil // held with the permissions of a file that is read only
	}
	if err != nil {
		return err
	}
	return errors.Join(bearable(f.Sync()), f.Close())
}
