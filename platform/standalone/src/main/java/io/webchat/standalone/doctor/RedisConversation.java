package io.webchat.standalone.doctor;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Puts some questions to a Redis, in its protocol (RESP 2): nothing that would be worth a client library in the
 * launcher. Every answer comes back as the strings that are in it.
 */
final class RedisConversation implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int DEFAULT_PORT = 6379;

    private final Socket socket;
    private final DataInputStream in;

    /** @param url {@code redis://} or {@code rediss://}, with the password if there is one */
    static RedisConversation with(URI url) throws IOException {
        var conversation = new RedisConversation(url);
        try {
            var user = url.getUserInfo();
            if (user != null) {
                var parts = user.split(":", 2);
                conversation.ask(
                        parts.length == 1 || parts[0].isEmpty()
                                ? List.of("AUTH", parts[parts.length - 1])
                                : List.of("AUTH", parts[0], parts[1]));
            }
            return conversation;
        } catch (IOException e) {
            conversation.close();
            throw e;
        }
    }

    private RedisConversation(URI url) throws IOException {
        socket = "rediss".equals(url.getScheme()) ? encrypted() : new Socket();
        var port = url.getPort() == -1 ? DEFAULT_PORT : url.getPort();
        socket.connect(new InetSocketAddress(url.getHost(), port), (int) TIMEOUT.toMillis());
        socket.setSoTimeout((int) TIMEOUT.toMillis());
        in = new DataInputStream(socket.getInputStream());
    }

    /** Speaks to whom the certificate names, and to nobody else: a password follows. */
    private static Socket encrypted() throws IOException {
        var socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket();
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** Throws an {@link IOException} with Redis's own words if it refuses. */
    List<String> ask(List<String> question) throws IOException {
        var text = new StringBuilder("*" + question.size() + "\r\n");
        for (var word : question) {
            text.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
            text.append(word).append("\r\n");
        }
        socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
        var answer = new ArrayList<String>();
        read(answer);
        return answer;
    }

    /** The value of a setting. */
    String setting(String name) throws IOException {
        var answer = ask(List.of("CONFIG", "GET", name));
        if (answer.size() != 2) {
            throw new IOException("CONFIG GET " + name + ": " + answer);
        }
        return answer.getLast();
    }

    private void read(List<String> into) throws IOException {
        var line = line();
        var rest = line.substring(1);
        switch (line.charAt(0)) {
            case '+', ':' -> into.add(rest);
            case '$' -> into.add(bulk(Integer.parseInt(rest)));
            case '*' -> {
                for (var i = 0; i < Integer.parseInt(rest); i++) {
                    read(into);
                }
            }
            default -> throw new IOException(rest);
        }
    }

    private String bulk(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        var bytes = in.readNBytes(length);
        in.readNBytes(2);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.readByte(); next != '\n'; next = in.readByte()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        if (line.isEmpty()) {
            throw new IOException("an empty answer");
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
