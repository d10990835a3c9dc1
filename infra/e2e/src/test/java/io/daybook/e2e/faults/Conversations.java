package io.daybook.e2e.faults;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The conversations that are cut. */
enum Conversations implements CuttingProxy.Conversation {

    /**
     * PostgreSQL's, on a connection that appends. An append is prepared once and a transaction of its own; the server
     * ends its answer with ReadyForQuery and the status "idle", which it sends after the commit.
     */
    APPENDS {
        @Override
        public boolean concerns(byte[] said) {
            return new String(said, StandardCharsets.ISO_8859_1).contains(".append(");
        }

        @Override
        public boolean isAnswered(byte[] said) {
            int end = said.length;
            return end >= READY.length && Arrays.equals(said, end - READY.length, end, READY, 0, READY.length);
        }
    },

    /** HTTP's: its first byte says that the request has been handled. */
    REQUESTS {
        @Override
        public boolean concerns(byte[] said) {
            return true;
        }

        @Override
        public boolean isAnswered(byte[] said) {
            return true;
        }
    };

    private static final byte[] READY = {'Z', 0, 0, 0, 5, 'I'};
}
