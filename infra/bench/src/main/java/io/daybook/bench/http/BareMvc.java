package io.daybook.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reference: Spring MVC on Tomcat and virtual threads, with a controller that has its answers already, as objects,
 * and writes them as JSON. No security, no database, no filter of ours.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@Import(BareMvc.Prepared.class)
public class BareMvc {

    /** Where the answers are, a file each. */
    static final String FOLDER = "BARE_FOLDER";

    public static void main(String[] arguments) {
        SpringApplication.run(
                BareMvc.class,
                "--spring.config.location=optional:classpath:/io/daybook/bench/http/",
                "--spring.threads.virtual.enabled=true",
                "--spring.jmx.enabled=false",
                "--server.address=127.0.0.1");
    }

    @RestController
    static class Prepared {

        private final Map<String, Object> answers = new ConcurrentHashMap<>();

        @GetMapping("/bare/{name}")
        Object answer(@PathVariable String name) {
            return answers.computeIfAbsent(name, Prepared::read);
        }

        private static Object read(String name) {
            Path folder = Path.of(Objects.requireNonNull(System.getenv(FOLDER)));
            try {
                return JsonMapper.shared().readValue(Files.readAllBytes(folder.resolve(name)), Object.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
