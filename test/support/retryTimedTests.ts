/**
 * Workflow tests run on a clock that is many times faster than the real one, so a busy machine looks
 * to them like lost minutes. What is wrong fails three times in a row all the same.
 */
if (expect.getState().testPath?.includes('/test/workflows/')) {
	jest.retryTimes(2, { logErrorsBeforeRetry: true });
}
