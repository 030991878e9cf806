using PaiConsole.Domain.Jobs.Failures;

namespace PaiConsole.Domain.Tests.Jobs.Failures;

public sealed class FailureCausesTests
{
    [Theory]
    [InlineData("Pod failed with exit code 1: CUDA out of memory. (JobFailed)", FailureCause.CudaOutOfMemory)]
    [InlineData("torch.OutOfMemoryError: Tried to allocate 2.50 GiB", FailureCause.CudaOutOfMemory)]
    [InlineData("Container was killed because it ran out of memory, exit code 137. (OOMKilled)", FailureCause.OutOfMemory)]
    [InlineData("Pod failed with exit code 1: NCCL watchdog timeout.", FailureCause.CommunicationTimeout)]
    [InlineData("The rendezvous timed out after 900 seconds", FailureCause.CommunicationTimeout)]
    [InlineData("CUDA error: uncorrectable ECC error encountered; NCCL aborted", FailureCause.NodeFault)]
    [InlineData("Failed to pull the image: manifest unknown. (ImagePullFailed)", FailureCause.ImagePull)]
    [InlineData("Back-off: ErrImagePull", FailureCause.ImagePull)]
    [InlineData("The quota quota1 has no GPUs left", FailureCause.Quota)]
    [InlineData("python: can't open file '/root/train.py': [Errno 2] No such file or directory", FailureCause.ScriptMissing)]
    [InlineData("train.py: error: unrecognized arguments: --bf61", FailureCause.WrongArgument)]
    [InlineData("Pod failed with exit code 1: no such file or directory.", FailureCause.DataMissing)]
    [InlineData("Pod failed with exit code 3.", FailureCause.Unknown)]
    [InlineData("", FailureCause.Unknown)]
    [InlineData(null, FailureCause.Unknown)]
    public void The_words_of_a_reason_name_the_cause(string? text, FailureCause cause) => Assert.Equal(cause, FailureCauses.Of(text));

    [Theory]
    [InlineData(FailureCause.CommunicationTimeout, true)]
    [InlineData(FailureCause.NodeFault, true)]
    [InlineData(FailureCause.CudaOutOfMemory, false)]
    [InlineData(FailureCause.ScriptMissing, false)]
    [InlineData(FailureCause.Unknown, false)]
    public void Only_what_may_go_well_the_next_time_is_worth_another_try(FailureCause cause, bool isPassing) =>
        Assert.Equal(isPassing, FailureCauses.IsPassing(cause));
}
