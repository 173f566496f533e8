package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.Instances;
import io.webchat.standalone.supervisor.Ports;
import io.webchat.standalone.supervisor.Preflight;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;

/** Prints a port offset at which nothing listens, for tests that bring a stack of their own. */
@Command(name = "free-offset", hidden = true)
final class FreeOffsetCommand implements Callable<Integer> {
    /** With smaller ones the web app may come to a port that browsers refuse, such as 6000. */
    private static final int SMALLEST = 3_800;

    /**
     * With larger ones ports come into the range from which Linux gives them to clients, which may hold any of them.
     */
    private static final int LARGEST = 5_600;

    @Override
    public Integer call() {
        var offset = IntStream.iterate(SMALLEST, candidate -> candidate <= LARGEST, candidate -> candidate + 10)
                .filter(FreeOffsetCommand::isFree)
                .findFirst();
        offset.ifPresent(System.out::println);
        return offset.isPresent() ? 0 : Webchat.FAILED;
    }

    private static boolean isFree(int offset) {
        return new Ports(offset).all(Instances.MAX).allMatch(port -> Preflight.isFree("127.0.0.1", port));
    }
}
