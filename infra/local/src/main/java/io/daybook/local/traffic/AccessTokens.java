package io.daybook.local.traffic;

import java.io.IOException;

/** Where the access token of the next request comes from. */
public interface AccessTokens {

    /** A token that is good now. */
    String token() throws IOException, InterruptedException;

    /** A service did not take this token, whatever its expiry says; the next one will be another. */
    void refused(String token);

    /** Always the same token, where nobody checks it. */
    static AccessTokens fixed(String token) {
        return new AccessTokens() {
            @Override
            public String token() {
                return token;
            }

            @Override
            public void refused(String refused) {}
        };
    }
}
