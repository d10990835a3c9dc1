package io.daybook.apidescription;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** What a service says of its operations beyond what is derived from each. */
public interface OperationTerms {

    /** Headers that a request may carry. */
    List<Parameter> headers(Example example);

    /** Headers of a success, by name. */
    Map<String, Header> replyHeaders(Example example);

    /** The statuses with which it may be refused. */
    SortedSet<Integer> problems(Example example);

    /**
     * The schema of a body that the controller reads by itself.
     *
     * @param schemas the schema of a type, as a reference
     */
    default Optional<Schema<?>> body(Example example, Function<Class<?>, Schema<?>> schemas) {
        return Optional.empty();
    }

    /** A header as a parameter. */
    static Parameter header(String name, String pattern, String description, boolean required) {
        return new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(required)
                .schema(RecordSchemas.ofType("string").pattern(pattern));
    }

    /** A header of a reply. */
    static Header header(String type, String description) {
        return new Header().description(description).schema(RecordSchemas.ofType(type));
    }
}
