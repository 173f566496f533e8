package io.webchat.system.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/**
 * Lets push-service grow from one instance to three and shrink again, by a program that takes the number:
 * {@code -Dwebchat.scale}. Those that end take their sockets with them.
 */
final class Scaling {
    private static final String PROGRAM = System.getProperty("webchat.scale", "");

    private Scaling() {}

    static boolean isAskedFor() {
        return !PROGRAM.isEmpty();
    }

    /** Returns when it has happened; at once if it is not asked for. */
    static void upAndDown() throws IOException, InterruptedException {
        if (isAskedFor()) {
            to(3);
            to(1);
        }
    }

    private static void to(int instances) throws IOException, InterruptedException {
        System.out.println("scaling to " + instances);
        var process = new ProcessBuilder(PROGRAM, Integer.toString(instances))
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        System.out.println("scaled to " + instances);
    }
}
