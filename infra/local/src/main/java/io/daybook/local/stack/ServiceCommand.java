package io.daybook.local.stack;

import java.util.List;

/** How a service is launched. */
interface ServiceCommand {

    /** The whole command line; may first prepare the program. */
    List<String> line();

    /** What tells a process with this command line from any other. */
    String mark();
}
