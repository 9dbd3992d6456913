import { clearSession, refetchDelay } from '@app/api-client';
import { deleteAccount, getDataExportOptions, getDataExportQueryKey, requestDataExport } from '@app/api-types';
import { removeAllDrafts } from '@app/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useReauthenticated } from './reauthentication';

const POLL_MS = 2_000;

/** The state of the data export. It is read again while the worker writes the file. */
export function useDataExportQuery() {
  return useQuery({
    ...getDataExportOptions(),
    refetchInterval: ({ state: { data, error } }) => {
      if (error) return refetchDelay(error);
      return data?.export?.status === 'pending' ? POLL_MS : false;
    },
  });
}

export function useRequestDataExport() {
  const queryClient = useQueryClient();
  const request = useReauthenticated(() => requestDataExport());
  return useMutation({
    mutationFn: request,
    onSuccess: ({ data }) => {
      queryClient.setQueryData(getDataExportQueryKey(), data);
    },
  });
}

/** Deletes the account and opens the start page. */
export function useDeleteAccount() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: useReauthenticated(() => deleteAccount()),
    onSuccess: () => {
      removeAllDrafts();
      clearSession(queryClient);
      void navigate({ to: '/', state: { accountDeleted: true } });
    },
  });
}
