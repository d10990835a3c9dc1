package io.daybook.analytics.platform;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;

/**
 * Which instance has which partitions of a topic, as the group last agreed; also those that have a task of another one.
 *
 * @param byAddress the partitions of each instance that says where it can be asked
 */
record PartitionOwners(Map<String, Set<Integer>> byAddress) {

    static final PartitionOwners NOBODY = new PartitionOwners(Map.of());

    static PartitionOwners of(KafkaStreams streams, String topic) {
        Map<String, Set<Integer>> owners = new TreeMap<>();
        for (StreamsMetadata instance : streams.metadataForAllStreamsClients()) {
            if (instance.topicPartitions().isEmpty()) {
                continue;
            }
            // empty where it has none of this topic but some of one that the topology moves records through
            Set<Integer> partitions = instance.topicPartitions().stream()
                    .filter(partition -> partition.topic().equals(topic))
                    .map(TopicPartition::partition)
                    .collect(Collectors.toCollection(TreeSet::new));
            owners.put(instance.host() + ":" + instance.port(), partitions);
        }
        return new PartitionOwners(owners);
    }

    Set<Integer> partitionsOf(String address) {
        return Objects.requireNonNullElse(byAddress.get(address), Set.of());
    }

    /** The instances to ask beside the one at an address. */
    Set<String> others(String address) {
        return byAddress.keySet().stream()
                .filter(other -> !other.equals(address))
                .collect(Collectors.toSet());
    }

    boolean isOwnedByAnother(int partition, String address) {
        return byAddress.entrySet().stream()
                .anyMatch(owner ->
                        !owner.getKey().equals(address) && owner.getValue().contains(partition));
    }
}
