package io.webchat.deployment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes every message and delivers none: just enough of RFC 5321 for a client that sends. */
final class MailSink implements AutoCloseable {
    private final ServerSocket server;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    MailSink() throws IOException {
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Each with its envelope before it. */
    List<String> messages() {
        return messages;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(client, "220 sink");
            var message = new StringBuilder();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                switch (command) {
                    case "DATA" -> {
                        say(client, "354 go on");
                        for (var data = in.readLine(); data != null && !data.equals("."); data = in.readLine()) {
                            message.append(data).append('\n');
                        }
                        messages.add(message.toString());
                        message.setLength(0);
                        say(client, "250 taken");
                    }
                    case "QUIT" -> {
                        say(client, "221 bye");
                        return;
                    }
                    default -> {
                        message.append(line).append('\n');
                        say(client, "250 fine");
                    }
                }
            }
        } catch (IOException e) {
            // The client has gone; whatever it had sent completely is there.
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
