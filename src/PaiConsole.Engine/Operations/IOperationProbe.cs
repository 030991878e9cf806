namespace PaiConsole.Engine.Operations;

/// <summary>The steps of an operation between which the program may die.</summary>
internal enum OperationStep
{
    /// <summary>The intent is in the database; nothing was sent.</summary>
    Requested,
    /// <summary>"About to send" is in the database; nothing was sent.</summary>
    SendingWritten,
    /// <summary>The cloud has answered; the answer is not in the database.</summary>
    Answered,
    /// <summary>The answer is in the database.</summary>
    AnswerWritten,
}

/// <summary>Told at each step. The program does nothing here; a test host kills itself.</summary>
internal interface IOperationProbe
{
    void At(OperationStep step, string operationId);
}

internal sealed class NoProbe : IOperationProbe
{
    public void At(OperationStep step, string operationId)
    {
        // Nothing to do: the steps matter only to the tests that kill the program between them.
    }
}
