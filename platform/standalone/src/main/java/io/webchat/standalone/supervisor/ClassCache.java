package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A cache of the loaded and linked classes of a program, from which it starts in half of the time. A process writes it
 * when it ends, beside the place where others look for it, and it is put there when it is whole.
 *
 * @param isWritten whether the process in question writes it; it starts from it otherwise, if it is there
 */
record ClassCache(Path file, boolean isWritten) {
    /** What the optimising compiler learns in a process that writes it would make later starts slower. */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    /** Which classes cannot be kept is nothing that anybody could mend. */
    private static final String QUIET = "-Xlog:aot*=error";

    /** The one of a program; each Java has its own. It is written where there is none, by a process that may. */
    static ClassCache of(Path folder, String program, boolean mayBeWritten) {
        var file = folder.resolve(program + "-" + Runtime.version() + ".aot");
        return new ClassCache(file, mayBeWritten && !Files.exists(file));
    }

    /** What the process is started with. */
    List<String> options() {
        if (isWritten) {
            return List.of("-XX:AOTCacheOutput=" + draft(), QUICK_COMPILER, QUIET);
        }
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file, QUIET) : List.of();
    }

    /** Puts what the process has written where others find it. */
    void keep() throws IOException {
        if (isWritten && Files.exists(draft())) {
            Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Other stacks may write theirs at the same time. */
    private Path draft() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
    }
}
