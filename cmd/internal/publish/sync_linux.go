package publish

import (
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// syncAll writes out the file systems of the files.
func syncAll(files []string) (done bool, err error) {
	seen := map[string]bool{}
	for _, name := range files {
		if dir := filepath.Dir(name); !seen[dir] {
			seen[dir] = true
			d, err := os.Open(dir)
			if err != nil {
				return false, nil //nolint:nilerr // a folder that may be written and not read: file by file
			}
			err = bearable(unix.Syncfs(int(d.Fd())))
			d.Close()
			if err != nil {
				return false, err
			}
		}
	}
	return true, nil
}

// writeOut asks the system to begin to write a file to the disk, and does not wait: at the end of a long run there is
// less to wait for. A file system that cannot do so does it then.
func writeOut(f *os.File) {
	_ = unix.SyncFileRange(int(f.Fd()), 0, 0, unix.SYNC_FILE_RANGE_WRITE)
}
