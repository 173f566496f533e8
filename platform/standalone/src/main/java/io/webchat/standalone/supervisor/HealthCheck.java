package io.webchat.standalone.supervisor;

import io.webchat.standalone.engine.EmbeddedRedis;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;

/** Asks a process on the loopback address whether it is ready. Blocks for two seconds at most. */
interface HealthCheck {
    int TIMEOUT_MS = 2000;

    boolean passes();

    /** Ready as soon as it takes connections. */
    record Listening(int port) implements HealthCheck {
        @Override
        public boolean passes() {
            try (var socket = connect(port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        }
    }

    /**
     * Ready when a broker answers a request (ApiVersions, the first one of every client): it takes connections a while
     * before that, and a port that nobody listens on may be connected to itself.
     */
    record KafkaAnswers(int port) implements HealthCheck {
        private static final int API_VERSIONS = 18 << 16;
        private static final int CORRELATION_ID = 0x5743;
        private static final short NO_CLIENT_ID = -1;

        @Override
        public boolean passes() {
            try (var socket = connect(port)) {
                var request = ByteBuffer.allocate(14)
                        .putInt(10)
                        .putInt(API_VERSIONS)
                        .putInt(CORRELATION_ID)
                        .putShort(NO_CLIENT_ID);
                socket.getOutputStream().write(request.array());
                var answer = new DataInputStream(socket.getInputStream());
                return answer.readInt() > 0 && answer.readInt() == CORRELATION_ID;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** Ready when Redis answers a ping: it listens before it has read its data. */
    record RedisPing(int port) implements HealthCheck {
        @Override
        public boolean passes() {
            return EmbeddedRedis.isReady(port);
        }
    }

    /** Ready when a GET answers 200. */
    record HttpOk(int port, String path) implements HealthCheck {
        @Override
        public boolean passes() {
            HttpURLConnection connection = null;
            try {
                connection = (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
                connection.setConnectTimeout(TIMEOUT_MS);
                connection.setReadTimeout(TIMEOUT_MS);
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } catch (IOException e) {
                return false;
            } finally {
                if (connection != null) {
                    connection.disconnect();
                }
            }
        }
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
