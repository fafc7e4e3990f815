package org.safepassage.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Configuration;

class QueuesTest {
    @Test
    void everyHandOverIsADurableQueueOfThisList() throws Exception {
        // Given
        var configuration = shipped();

        // When
        List<String> queues = Queues.all(configuration);

        // Then
        assertThat(queues)
                .containsExactly(
                        "pull.casebase",
                        "seal.casebase",
                        "pull.fieldnotes",
                        "seal.fieldnotes",
                        "pull.sharehub",
                        "seal.sharehub",
                        "extract",
                        "normalise",
                        "detect",
                        "decide",
                        "redact",
                        "check",
                        "review",
                        "consign",
                        "deliver",
                        "receipts",
                        "recipient.iapb",
                        "recipient.un-examination",
                        "dead.pull",
                        "dead.seal",
                        "dead.extract",
                        "dead.normalise",
                        "dead.detect",
                        "dead.decide",
                        "dead.redact",
                        "dead.check",
                        "dead.review",
                        "dead.consign",
                        "dead.deliver",
                        "dead.receipt");
    }

    private static Configuration shipped() throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("SP_IAPB_PASSWORD", "long-enough-for-a-test");
        var result = new ConfigReader(environment).read(Path.of(System.getProperty("safepassage.root"), "config"));
        assertThat(result).isInstanceOf(ConfigReader.Result.Sound.class);
        return ((ConfigReader.Result.Sound) result).configuration();
    }
}
