package io.daybook.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A service's own word on whether it is ready. */
record Readiness(URI address) {

    private static final int LIMIT_MILLIS = 2_000;

    static Readiness of(StackProcess process, int portBase) {
        return process == StackProcess.AUTHORIZATION
                ? new Readiness(URI.create("http://127.0.0.1:" + process.port(portBase) + "/oauth2/jwks"))
                : ofServiceManagedOn(process.managementPort(portBase));
    }

    private static Readiness ofServiceManagedOn(int port) {
        return new Readiness(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
    }

    boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
